// SPDX-License-Identifier: Apache-2.0
/** Pools whose takes are recorded. */
@NullMarked
package org.lusush.lle.recorder.memory;

import org.jspecify.annotations.NullMarked;
