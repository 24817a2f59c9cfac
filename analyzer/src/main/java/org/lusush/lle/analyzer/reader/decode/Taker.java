// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.io.IOException;

/** Takes the events of one type. A class, since to find a method of one takes less time. */
public abstract class Taker {

  /** Takes an event, whose row is valid until this returns. */
  public abstract void take(Row row) throws IOException;
}
