// SPDX-License-Identifier: Apache-2.0
/** Names and values that a user writes. */
@NullMarked
package org.lusush.lle.suite.text;

import org.jspecify.annotations.NullMarked;
