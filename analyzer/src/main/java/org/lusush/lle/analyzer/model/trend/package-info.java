// SPDX-License-Identifier: Apache-2.0
/** Series of figures over time, and where they are heading. */
@NullMarked
package org.lusush.lle.analyzer.model.trend;

import org.jspecify.annotations.NullMarked;
