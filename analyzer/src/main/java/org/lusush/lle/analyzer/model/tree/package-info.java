// SPDX-License-Identifier: Apache-2.0
/** Work by what called it, and by the latency of the keystrokes that it made slow. */
@NullMarked
package org.lusush.lle.analyzer.model.tree;

import org.jspecify.annotations.NullMarked;
