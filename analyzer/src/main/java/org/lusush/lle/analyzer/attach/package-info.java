// SPDX-License-Identifier: Apache-2.0
/** Other JVMs on this machine: what they are, and how they are entered and recorded. */
@NullMarked
package org.lusush.lle.analyzer.attach;

import org.jspecify.annotations.NullMarked;
