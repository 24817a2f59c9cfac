// SPDX-License-Identifier: Apache-2.0

/** The shell's language: tolerant tokens for the editor, a strict tree for the interpreter. */
@NullMarked
package org.lusush.lle.examples.shell.syntax;

import org.jspecify.annotations.NullMarked;
