// SPDX-License-Identifier: Apache-2.0

/** What the line editor shows and offers: colours, suggestions, completions, history. */
@NullMarked
package org.lusush.lle.examples.shell.line;

import org.jspecify.annotations.NullMarked;
