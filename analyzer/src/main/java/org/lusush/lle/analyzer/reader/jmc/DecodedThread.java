// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.IMCThread;
import org.openjdk.jmc.common.IMCThreadGroup;

/** A thread of the JVM that was recorded; its group is of no interest. */
record DecodedThread(long id, @Nullable String name) implements IMCThread {

  @Override
  public Long getThreadId() {
    return id;
  }

  @Override
  @SuppressWarnings("NullAway") // some threads have no name, in JMC's parser too
  public String getThreadName() {
    return name;
  }

  @Override
  @SuppressWarnings("NullAway") // the same goes for groups
  public IMCThreadGroup getThreadGroup() {
    return null;
  }
}
