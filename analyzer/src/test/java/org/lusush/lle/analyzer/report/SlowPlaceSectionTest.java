// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.Analyzer;
import org.lusush.lle.analyzer.TestModels;
import org.lusush.lle.analyzer.model.tree.TimeByLatency;
import org.lusush.lle.analyzer.model.tree.WorkTree;

final class SlowPlaceSectionTest {

  @Test
  void render_recordingWithTrees_showsOperationsTheirCallersAndMethods() {
    var analysis = Analyzer.analyze(TestModels.recording(TestModels.trees()));

    String text =
        TextReport.render(
            new Report(Optional.of(analysis), List.of()), new Style(false, true, ZoneOffset.UTC));

    String section = text.substring(text.indexOf("IN SLOW KEYSTROKES"), text.indexOf("HOT SPOTS"));
    assertThat(section)
        .isEqualTo(
            """
            IN SLOW KEYSTROKES  by self time, in those from 16.4 ms on
              operation                          share     self    total  self in all
              completion search: FileCompleter  93.3 %  56.0 ms  58.0 ms      56.0 ms
              cache lookup: names                3.3 %  2.00 ms  2.00 ms      2.00 ms
              expand-or-complete                 3.3 %  2.00 ms  60.0 ms      2.00 ms

              share   total      self       each under what called it
              100 %   60.0 ms    0 ns       keystroke
              100 %   60.0 ms    2.00 ms      expand-or-complete
              96.7 %  58.0 ms    56.0 ms        completion search: FileCompleter

              method, by samples   share     self    total  self in all
              c.a.Catalog.walk    60.0 %  30.0 ms  50.0 ms      30.0 ms
              c.a.Catalog.read    40.0 %  20.0 ms  20.0 ms      20.0 ms

            """);
  }

  @Test
  void brief_methodInPackages_keepsClassAndMethod() {
    assertThat(SlowPlaceSection.brief("org.jline.reader.impl.LineReaderImpl.doComplete"))
        .isEqualTo("o.j.r.i.LineReaderImpl.doComplete");
    assertThat(SlowPlaceSection.brief("completion search: a.b.c.D")).endsWith(": a.b.c.D");
    assertThat(SlowPlaceSection.brief("a..b.c.")).isEqualTo("a..b.c.");
  }

  @Test
  void collapsed_stacks_haveALineEachThatNoNameCanBreak() {
    var recorder = new WorkTree.Recorder();
    recorder.root().child("a.B.main").child("a.B.read").add(3, 20);
    recorder.root().child("a.B.main").child("a.B.read").add(TimeByLatency.OUTSIDE, 20);
    recorder.root().child("a.B.main").add(3, 20);
    recorder.root().child("evil; name").add(3, 20);

    assertThat(CollapsedStacks.render(recorder.toTree()).lines())
        .containsExactlyInAnyOrder("a.B.main 1", "a.B.main;a.B.read 2", "evil:_name 1");
    assertThat(CollapsedStacks.render(WorkTree.NONE)).isEmpty();
  }
}
