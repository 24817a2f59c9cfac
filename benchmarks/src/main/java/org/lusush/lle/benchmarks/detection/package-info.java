// SPDX-License-Identifier: Apache-2.0
/** Nights made of recorded sessions, some of them with a change, and who finds it. */
@NullMarked
package org.lusush.lle.benchmarks.detection;

import org.jspecify.annotations.NullMarked;
