// SPDX-License-Identifier: Apache-2.0
/** A typed session on the example shell: recorded by jcmd, analyzed, and judged by JMC's rules. */
@NullMarked
package org.lusush.lle.examples.demo;

import org.jspecify.annotations.NullMarked;
