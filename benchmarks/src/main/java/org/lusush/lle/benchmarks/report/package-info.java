// SPDX-License-Identifier: Apache-2.0
/** The figures as tables, and what they are held to. */
@NullMarked
package org.lusush.lle.benchmarks.report;

import org.jspecify.annotations.NullMarked;
