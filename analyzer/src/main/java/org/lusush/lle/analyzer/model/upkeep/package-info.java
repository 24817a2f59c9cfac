// SPDX-License-Identifier: Apache-2.0
/** What the recorder said of its caches, pools, resources, targets and tuning. */
@NullMarked
package org.lusush.lle.analyzer.model.upkeep;

import org.jspecify.annotations.NullMarked;
