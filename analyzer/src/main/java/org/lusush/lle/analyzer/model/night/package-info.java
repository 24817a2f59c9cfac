// SPDX-License-Identifier: Apache-2.0
/** The figures of a night's runs, and what was judged from them. */
@NullMarked
package org.lusush.lle.analyzer.model.night;

import org.jspecify.annotations.NullMarked;
