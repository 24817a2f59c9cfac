// SPDX-License-Identifier: Apache-2.0
/**
 * The promises that the statistics make to several threads; in their package, to reach their parts.
 */
@NullMarked
package org.lusush.lle.recorder.statistics;

import org.jspecify.annotations.NullMarked;
