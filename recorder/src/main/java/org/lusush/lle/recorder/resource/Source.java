// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.resource;

import java.io.Closeable;

/** Where figures come from. Not thread-safe. */
interface Source extends Closeable {

  /** Fills in what it knows. Never throws: what fails stays unknown. */
  void read(Reading reading);

  /** Returns its name, or empty where it knows nothing. */
  String name();

  @Override
  default void close() {}
}
