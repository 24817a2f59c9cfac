// SPDX-License-Identifier: Apache-2.0
/** Reads histories of shells and sums them up. */
@NullMarked
package org.lusush.lle.analyzer.reader.history;

import org.jspecify.annotations.NullMarked;
