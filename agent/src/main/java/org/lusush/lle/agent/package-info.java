// SPDX-License-Identifier: Apache-2.0
/**
 * The agent's way into a JVM, and nothing else: all that the shell's class loader can see of it.
 */
@NullMarked
package org.lusush.lle.agent;

import org.jspecify.annotations.NullMarked;
