// SPDX-License-Identifier: Apache-2.0
/** The results of nights, kept in files that people can read and git can hold. */
@NullMarked
package org.lusush.lle.analyzer.store;

import org.jspecify.annotations.NullMarked;
