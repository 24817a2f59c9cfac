// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

/**
 * A limit that somebody asked the analysis to be held against, and what came of it.
 *
 * @param name what is limited, such as {@code keystroke p99}
 * @param met whether there was data and it keeps the limit
 * @param sentence both figures, or why nothing can be held against the limit
 */
public record Check(String name, boolean met, String sentence) {}
