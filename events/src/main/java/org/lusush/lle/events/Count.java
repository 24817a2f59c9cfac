// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jdk.jfr.ContentType;
import jdk.jfr.Label;
import jdk.jfr.MetadataDefinition;
import jdk.jfr.Name;

/** The content type of a number that counts things and so has no unit. */
@MetadataDefinition
@ContentType
@Label("Count")
@Name("lle.Count")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Count {}
