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

/** The content type of a number that names something and is not to be added up; 0 names nothing. */
@MetadataDefinition
@ContentType
@Label("Identifier")
@Name("lle.Identifier")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Identifier {}
