// SPDX-License-Identifier: Apache-2.0
/** A person at a terminal, for tests and demonstrations. */
@NullMarked
package org.lusush.lle.testkit;

import org.jspecify.annotations.NullMarked;
