// SPDX-License-Identifier: Apache-2.0
/** What a shell does now: a recording in its JVM, followed while it is written. */
@NullMarked
package org.lusush.lle.analyzer.live;

import org.jspecify.annotations.NullMarked;
