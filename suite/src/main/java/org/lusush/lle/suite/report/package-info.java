// SPDX-License-Identifier: Apache-2.0
/** The summary, for people and for programs. */
@NullMarked
package org.lusush.lle.suite.report;

import org.jspecify.annotations.NullMarked;
