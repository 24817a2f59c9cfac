// SPDX-License-Identifier: Apache-2.0

/** An interactive shell on JLine that runs real programs. */
@NullMarked
package org.lusush.lle.examples.shell;

import org.jspecify.annotations.NullMarked;
