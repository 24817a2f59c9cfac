// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.io.IOException;

/** Takes the events of one type. */
@FunctionalInterface
public interface Taker {

  /** Takes an event, whose row is valid until this returns. */
  void take(Row row) throws IOException;
}
