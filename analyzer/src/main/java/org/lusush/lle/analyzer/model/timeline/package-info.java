// SPDX-License-Identifier: Apache-2.0
/** What happened when: latencies, rates and incidents over the time of recordings. */
@NullMarked
package org.lusush.lle.analyzer.model.timeline;

import org.jspecify.annotations.NullMarked;
