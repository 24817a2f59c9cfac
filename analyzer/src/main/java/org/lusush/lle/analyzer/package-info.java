// SPDX-License-Identifier: Apache-2.0
/**
 * Judges what a recording of a line editor holds; the library's entry beside {@code reader} and
 * {@code report}.
 */
@NullMarked
package org.lusush.lle.analyzer;

import org.jspecify.annotations.NullMarked;
