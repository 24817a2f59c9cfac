// SPDX-License-Identifier: Apache-2.0
/** What a whole process pays: its start, its memory, and whether every operation was counted. */
@NullMarked
package org.lusush.lle.benchmarks.process;

import org.jspecify.annotations.NullMarked;
