// SPDX-License-Identifier: Apache-2.0
/** Finds out what slow work spent its time on. Pure functions over the model. */
@NullMarked
package org.lusush.lle.analyzer.cause;

import org.jspecify.annotations.NullMarked;
