// SPDX-License-Identifier: Apache-2.0
/** What the process and its machine use, how short that is, and what to do less of then. */
@NullMarked
package org.lusush.lle.recorder.resource;

import org.jspecify.annotations.NullMarked;
