// SPDX-License-Identifier: Apache-2.0
/** The scripts that are typed, in the syntax of VHS. */
@NullMarked
package org.lusush.lle.suite.tape;

import org.jspecify.annotations.NullMarked;
