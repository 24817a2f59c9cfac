// SPDX-License-Identifier: Apache-2.0
/** Turns one whole chunk into aggregates; the only user of JMC's parser. */
@NullMarked
package org.lusush.lle.analyzer.reader.jmc;

import org.jspecify.annotations.NullMarked;
