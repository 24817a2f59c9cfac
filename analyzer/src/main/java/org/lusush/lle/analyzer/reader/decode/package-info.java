// SPDX-License-Identifier: Apache-2.0
/** Decodes the events of a chunk straight from its bytes, as the chunk itself describes them. */
@NullMarked
package org.lusush.lle.analyzer.reader.decode;

import org.jspecify.annotations.NullMarked;
