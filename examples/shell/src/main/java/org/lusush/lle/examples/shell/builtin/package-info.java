// SPDX-License-Identifier: Apache-2.0

/** The commands that the shell runs itself. */
@NullMarked
package org.lusush.lle.examples.shell.builtin;

import org.jspecify.annotations.NullMarked;
