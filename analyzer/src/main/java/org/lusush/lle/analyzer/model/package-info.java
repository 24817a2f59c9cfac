// SPDX-License-Identifier: Apache-2.0
/** What was read and what was concluded: immutable shapes that carry no behaviour but adding up. */
@NullMarked
package org.lusush.lle.analyzer.model;

import org.jspecify.annotations.NullMarked;
