// SPDX-License-Identifier: Apache-2.0
/** What the editor is held to, how well that is met, and what evidence makes of it. */
@NullMarked
package org.lusush.lle.recorder.target;

import org.jspecify.annotations.NullMarked;
