// SPDX-License-Identifier: Apache-2.0
/** Appends to a Chronicle Queue; nothing else here knows of it. */
@NullMarked
package org.lusush.lle.history.chronicle;

import org.jspecify.annotations.NullMarked;
