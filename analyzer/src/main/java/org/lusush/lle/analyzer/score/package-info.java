// SPDX-License-Identifier: Apache-2.0
/** Computes the score of what was read; pure functions over the model. */
@NullMarked
package org.lusush.lle.analyzer.score;

import org.jspecify.annotations.NullMarked;
