// SPDX-License-Identifier: Apache-2.0
/** Where figures are heading: pure functions over series. */
@NullMarked
package org.lusush.lle.analyzer.trend;

import org.jspecify.annotations.NullMarked;
