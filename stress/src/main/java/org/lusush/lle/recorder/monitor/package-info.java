// SPDX-License-Identifier: Apache-2.0
/** The promises that the monitor makes to several threads; in its package, to reach its parts. */
@NullMarked
package org.lusush.lle.recorder.monitor;

import org.jspecify.annotations.NullMarked;
