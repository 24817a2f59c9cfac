// SPDX-License-Identifier: Apache-2.0
/** One renderer a format, over the model. */
@NullMarked
package org.lusush.lle.analyzer.report;

import org.jspecify.annotations.NullMarked;
