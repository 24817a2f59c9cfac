// SPDX-License-Identifier: Apache-2.0
/** The performance test suite: types a tape on a shell, measures, and holds it to targets. */
@NullMarked
package org.lusush.lle.suite;

import org.jspecify.annotations.NullMarked;
