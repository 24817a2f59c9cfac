// SPDX-License-Identifier: Apache-2.0
/** Observes JLine line readers through their public API; the only user of JLine here. */
@NullMarked
package org.lusush.lle.recorder.jline;

import org.jspecify.annotations.NullMarked;
