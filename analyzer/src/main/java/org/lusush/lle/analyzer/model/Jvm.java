// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

/** The JVM that was recorded; its arguments are left out, since they can hold secrets. */
public record Jvm(String version, long pid) {}
