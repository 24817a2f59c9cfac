// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lusush.lle.analyzer.model.tree.Place;
import org.lusush.lle.analyzer.model.tree.SlowPlaces;

/** What slow keystrokes spent their time in, as JSON. */
final class JsonSlowPlaces {

  private JsonSlowPlaces() {}

  static void add(ObjectNode root, SlowPlaces places) {
    ObjectNode node = root.putObject("slowKeystrokes").put("fromNanos", places.fromNanos());
    addPlaces(node.putArray("operations"), places.operations());
    addPlaces(node.putArray("methods"), places.frames());
  }

  private static void addPlaces(ArrayNode array, List<Place> places) {
    for (Place place : places) {
      array
          .addObject()
          .put("name", place.name())
          .put("count", place.count())
          .put("slowShare", place.slowShare())
          .put("slowSelfNanos", place.slowSelfNanos())
          .put("slowTotalNanos", place.slowTotalNanos())
          .put("selfNanos", place.selfNanos())
          .put("totalNanos", place.totalNanos());
    }
  }
}
