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

/** The content type of a number whose dimension depends on what another field names. */
@MetadataDefinition
@ContentType
@Label("Figure")
@Name("lle.Figure")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Figure {}
