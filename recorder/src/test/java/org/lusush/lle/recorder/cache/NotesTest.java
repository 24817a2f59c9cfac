// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class NotesTest {

  private final Notes notes = new Notes();
  private final ArrayList<Long> read = new ArrayList<>();

  @Test
  void drain_someNotes_givesThemInOrderAndOnce() {
    notes.add(Notes.asked(7, true));
    notes.add(Notes.forgotten(7));
    notes.add(Notes.asked(9, false));

    notes.drain(read::add);
    notes.drain(read::add);

    assertThat(read).extracting(Notes::isHit).containsExactly(true, false, false);
    assertThat(read).extracting(Notes::isForgotten).containsExactly(false, true, false);
    assertThat(Notes.key(read.get(0))).isEqualTo(Notes.key(read.get(1)));
    assertThat(Notes.key(read.get(0))).isNotEqualTo(Notes.key(read.get(2)));
  }

  @Test
  void add_noRoom_leavesOutWhatCameLast() {
    for (int i = 0; i < 2_000; i++) {
      notes.add(Notes.asked(i, false));
    }

    notes.drain(read::add);
    notes.add(Notes.asked(5_000, false));
    notes.drain(read::add);

    assertThat(read)
        .hasSize(513)
        .startsWith(Notes.asked(0, false))
        .endsWith(Notes.asked(5_000, false));
  }

  @Test
  void areEnough_few_isFalseUntilThereAreMore() {
    notes.add(Notes.asked(1, false));
    assertThat(notes.areEnough()).isFalse();

    for (int i = 0; i < 100; i++) {
      notes.add(Notes.asked(i, false));
    }
    assertThat(notes.areEnough()).isTrue();
    notes.drain(read::add);
    assertThat(notes.areEnough()).isFalse();
  }
}
