// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import java.time.ZoneId;

/**
 * How a text report is written.
 *
 * @param colors whether to set text off with colors
 * @param unicode whether the reader's terminal shows more than ASCII
 * @param zone whose time of day is shown
 */
public record Style(boolean colors, boolean unicode, ZoneId zone) {}
