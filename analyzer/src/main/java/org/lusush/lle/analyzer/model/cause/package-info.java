// SPDX-License-Identifier: Apache-2.0
/** Why keystrokes and operations were slow. */
@NullMarked
package org.lusush.lle.analyzer.model.cause;

import org.jspecify.annotations.NullMarked;
