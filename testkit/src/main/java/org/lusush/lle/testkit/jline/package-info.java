// SPDX-License-Identifier: Apache-2.0
/** A JLine terminal in the process of the test; the only user of JLine here. */
@NullMarked
package org.lusush.lle.testkit.jline;

import org.jspecify.annotations.NullMarked;
