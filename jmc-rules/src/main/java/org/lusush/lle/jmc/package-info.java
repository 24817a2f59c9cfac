// SPDX-License-Identifier: Apache-2.0
/**
 * Rules for the Automated Analysis page of JDK Mission Control, and for its report mains.
 *
 * <p>JMC finds them as services. They read recordings by the names in {@code events.schema} and
 * load no event class, since the recording may come from another version. Names that a recording
 * holds come into a text only through {@link org.lusush.lle.jmc.RecordedText}.
 */
@NullMarked
package org.lusush.lle.jmc;

import org.jspecify.annotations.NullMarked;
