// SPDX-License-Identifier: Apache-2.0
/**
 * Runs the rules that JDK Mission Control runs, on recordings of any size.
 *
 * <p>The rules are found by JMC's registry on the class path; nothing here knows one of them. They
 * see the events that they ask for and no others, kept in columns.
 */
@NullMarked
package org.lusush.lle.analyzer.rules;

import org.jspecify.annotations.NullMarked;
