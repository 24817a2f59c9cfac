// SPDX-License-Identifier: Apache-2.0
/** What reading a recording costs, beside other readers. */
@NullMarked
package org.lusush.lle.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
