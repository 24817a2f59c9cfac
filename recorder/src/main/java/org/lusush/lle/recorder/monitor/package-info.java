// SPDX-License-Identifier: Apache-2.0
/** The way of a measurement: operations, keystrokes, and the gate to the events. */
@NullMarked
package org.lusush.lle.recorder.monitor;

import org.jspecify.annotations.NullMarked;
