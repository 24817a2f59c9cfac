// SPDX-License-Identifier: Apache-2.0
/** What operations are, what usually makes them slow, and which events show it. */
@NullMarked
package org.lusush.lle.analyzer.explain;

import org.jspecify.annotations.NullMarked;
