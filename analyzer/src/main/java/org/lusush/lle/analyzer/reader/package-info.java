// SPDX-License-Identifier: Apache-2.0
/** Reads recordings in one pass and bounded memory, and says what is missing from them. */
@NullMarked
package org.lusush.lle.analyzer.reader;

import org.jspecify.annotations.NullMarked;
