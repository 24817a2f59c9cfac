// SPDX-License-Identifier: Apache-2.0
/** The promises that the pools make to several threads; in its package, to reach its parts. */
@NullMarked
package org.lusush.lle.recorder.memory;

import org.jspecify.annotations.NullMarked;
