// SPDX-License-Identifier: Apache-2.0
/** What runs inside the shell: the entry, its configuration and its snapshot. */
@NullMarked
package org.lusush.lle.recorder;

import org.jspecify.annotations.NullMarked;
