// SPDX-License-Identifier: Apache-2.0
/** The command line {@code lle}; nothing imports it. */
@NullMarked
package org.lusush.lle.analyzer.cli;

import org.jspecify.annotations.NullMarked;
