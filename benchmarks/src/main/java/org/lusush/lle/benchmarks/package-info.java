// SPDX-License-Identifier: Apache-2.0
/** Measures what observing a line editor costs, beside its peers, and prints one table. */
@NullMarked
package org.lusush.lle.benchmarks;

import org.jspecify.annotations.NullMarked;
