// SPDX-License-Identifier: Apache-2.0
/** Replays traces of cache lookups against our cache, its tuner and others. */
@NullMarked
package org.lusush.lle.benchmarks.simulation;

import org.jspecify.annotations.NullMarked;
