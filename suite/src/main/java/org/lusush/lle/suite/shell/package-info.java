// SPDX-License-Identifier: Apache-2.0
/** Shells on pseudo-terminals: started, typed on, observed, measured from outside, ended. */
@NullMarked
package org.lusush.lle.suite.shell;

import org.jspecify.annotations.NullMarked;
