// SPDX-License-Identifier: Apache-2.0
/** The terminal of an interactive command; the only user of JLine here. */
@NullMarked
package org.lusush.lle.analyzer.screen;

import org.jspecify.annotations.NullMarked;
