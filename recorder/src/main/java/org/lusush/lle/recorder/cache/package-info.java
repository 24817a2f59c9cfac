// SPDX-License-Identifier: Apache-2.0
/** Caches whose lookups are recorded. */
@NullMarked
package org.lusush.lle.recorder.cache;

import org.jspecify.annotations.NullMarked;
