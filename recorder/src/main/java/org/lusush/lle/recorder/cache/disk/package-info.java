// SPDX-License-Identifier: Apache-2.0
/** The tier of a cache that outlives its process: a file that only its owner can read. */
@NullMarked
package org.lusush.lle.recorder.cache.disk;

import org.jspecify.annotations.NullMarked;
