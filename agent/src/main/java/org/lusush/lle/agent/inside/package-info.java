// SPDX-License-Identifier: Apache-2.0
/**
 * What the agent does, in a class loader that the shell does not see: it finds JLine, weaves calls
 * to {@link org.lusush.lle.agent.inside.Hooks} into it, and follows them.
 */
@NullMarked
package org.lusush.lle.agent.inside;

import org.jspecify.annotations.NullMarked;
