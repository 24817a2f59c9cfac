// SPDX-License-Identifier: Apache-2.0
/** The report as one page for a browser, with everything it needs in it. */
@NullMarked
package org.lusush.lle.analyzer.report.html;

import org.jspecify.annotations.NullMarked;
