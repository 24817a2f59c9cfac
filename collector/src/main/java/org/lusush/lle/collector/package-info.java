// SPDX-License-Identifier: Apache-2.0
/** Writes the histories of shells, from a process of its own: the command {@code lle collect}. */
@NullMarked
package org.lusush.lle.collector;

import org.jspecify.annotations.NullMarked;
