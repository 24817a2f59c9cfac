// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.decode;

import java.util.Optional;

/** Says who takes the events of a chunk. */
public interface Takers {

  /**
   * Returns who takes the events of a type, or nothing where nobody wants them. Called once for
   * each type that the chunk declares, before its first event.
   *
   * @param shape asked for the slots of all fields that are wanted
   * @param constants what references lead to
   */
  Optional<Taker> of(Shape shape, Constants constants) throws UnknownStructureException;
}
