// SPDX-License-Identifier: Apache-2.0
/**
 * What a recording of a test's own process holds, for tests with JUnit 5 and AssertJ. A whole
 * example is with the package {@link org.lusush.lle.testkit}.
 */
@NullMarked
package org.lusush.lle.testkit.junit;

import org.jspecify.annotations.NullMarked;
