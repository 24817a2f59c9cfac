// SPDX-License-Identifier: Apache-2.0
/** What histories of shells hold, summed up over a range of time. */
@NullMarked
package org.lusush.lle.analyzer.model.history;

import org.jspecify.annotations.NullMarked;
