// SPDX-License-Identifier: Apache-2.0
/** Histograms of durations; the only user of HdrHistogram here. */
@NullMarked
package org.lusush.lle.recorder.statistics;

import org.jspecify.annotations.NullMarked;
