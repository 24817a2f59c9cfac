// SPDX-License-Identifier: Apache-2.0
/** The tests of the suite. */
@NullMarked
package org.lusush.lle.suite.run;

import org.jspecify.annotations.NullMarked;
