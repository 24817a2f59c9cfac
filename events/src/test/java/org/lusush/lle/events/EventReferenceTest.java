// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the event reference of the documentation equal to the event classes. */
final class EventReferenceTest {

  private static final Path FILE = Path.of("..", "docs", "events.md");

  @Test
  void eventReference_inDocs_isWhatTheEventClassesSay() throws IOException {
    if (Boolean.getBoolean("lle.docs.update")) {
      Files.writeString(FILE, EventReference.render());
    }

    assertThat(FILE)
        .as("stale; renew it: mvn -pl events test -Dlle.docs.update=true")
        .exists()
        .content()
        .isEqualTo(EventReference.render());
  }
}
