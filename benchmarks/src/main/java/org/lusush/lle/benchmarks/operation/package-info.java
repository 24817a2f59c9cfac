// SPDX-License-Identifier: Apache-2.0
/** The operations whose cost is measured: ours, and what a user would take instead. */
@NullMarked
package org.lusush.lle.benchmarks.operation;

import org.jspecify.annotations.NullMarked;
