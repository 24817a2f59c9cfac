// SPDX-License-Identifier: Apache-2.0
/** Whether figures got worse or better, and how sure that is: pure functions over the model. */
@NullMarked
package org.lusush.lle.analyzer.regression;

import org.jspecify.annotations.NullMarked;
