// SPDX-License-Identifier: Apache-2.0
/** Ranks operations by the time they take themselves; pure functions over the model. */
@NullMarked
package org.lusush.lle.analyzer.hotspot;

import org.jspecify.annotations.NullMarked;
