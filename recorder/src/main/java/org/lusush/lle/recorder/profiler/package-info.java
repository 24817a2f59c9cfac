// SPDX-License-Identifier: Apache-2.0
/** The profiler: call trees by thread, their merged profile, hot spots, and what it all costs. */
@NullMarked
package org.lusush.lle.recorder.profiler;

import org.jspecify.annotations.NullMarked;
