// SPDX-License-Identifier: Apache-2.0
/** Figures, what they are held to, and what came of it. Knows nobody. */
@NullMarked
package org.lusush.lle.suite.result;

import org.jspecify.annotations.NullMarked;
