// SPDX-License-Identifier: Apache-2.0
/**
 * Long histories of what was measured: the format of their records, how they are handed over,
 * written, packed, pruned and read. Depends on nothing; {@code chronicle} alone knows the queue
 * that they are appended to.
 */
@NullMarked
package org.lusush.lle.history;

import org.jspecify.annotations.NullMarked;
