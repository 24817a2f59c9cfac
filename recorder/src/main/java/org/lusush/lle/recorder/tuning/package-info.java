// SPDX-License-Identifier: Apache-2.0
/**
 * Tuners learn from what caches, pools and targets did and give advice; one coordinator takes it,
 * watches what comes of it, and undoes what made things worse.
 */
@NullMarked
package org.lusush.lle.recorder.tuning;

import org.jspecify.annotations.NullMarked;
