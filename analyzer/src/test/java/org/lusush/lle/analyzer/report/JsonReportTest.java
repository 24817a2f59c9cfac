// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lusush.lle.analyzer.Analyzer;
import org.lusush.lle.analyzer.TestModels;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.Problem;
import org.lusush.lle.analyzer.model.ReadOutcome;

final class JsonReportTest {

  private static JsonNode parse(String json) throws IOException {
    return new ObjectMapper().readTree(json);
  }

  @Test
  void render_everything_isTheGoldenFile() throws IOException {
    var gap = new Gap(Gap.Kind.EVENTS_LOST, "the JVM lost 5 bytes of events");
    var failure = new ReadOutcome.Failure("gone.jfr", new Problem.NoSuchFile());
    var analysis = Analyzer.analyze(TestModels.recording(gap));

    String json = JsonReport.render(new Report(Optional.of(analysis), List.of(failure)));

    Golden.assertEquals("report.json", json);
    assertThat(parse(json).at("/complete").asBoolean(true)).isFalse();
  }

  @Test
  void render_histogramsForMissingEvents_saysWhatEachFigureComesFrom() throws IOException {
    var gap = new Gap(Gap.Kind.OPERATIONS_LEFT_OUT, "operations were not recorded");
    var analysis = Analyzer.analyze(TestModels.thresholded(gap));

    JsonNode json = parse(JsonReport.render(new Report(Optional.of(analysis), List.of())));

    assertThat(json.at("/score/responseSource").asText()).isEqualTo("histograms");
    assertThat(json.at("/score/responseFromStatistics").asBoolean(true)).isFalse();
    assertThat(json.at("/keystrokes/source").asText()).isEqualTo("histograms");
    assertThat(json.at("/keystrokes/count").asLong()).isEqualTo(10_000);
    assertThat(json.at("/keystrokes/recorded").asLong()).isEqualTo(1_000);
    assertThat(json.at("/operations").findValuesAsText("source"))
        .containsExactly("histograms", "events", "histograms");
    assertThat(json.at("/operations/0/count").asLong()).isEqualTo(2_000);
    assertThat(json.at("/operations/0/recorded").asLong()).isEqualTo(100);
  }

  @Test
  void render_nothingReadable_isStillOneObject() throws IOException {
    var failure = new ReadOutcome.Failure("a\"b\n\uD800.jfr", new Problem.Empty());

    JsonNode json = parse(JsonReport.render(new Report(Optional.empty(), List.of(failure))));

    assertThat(json.at("/formatVersion").asInt()).isEqualTo(1);
    assertThat(json.at("/unreadable/0/problem").asText()).isEqualTo("empty");
    assertThat(json.has("score")).isFalse();
  }

  @Test
  void render_nothingRecorded_leavesOutWhatIsNotKnown() throws IOException {
    var analysis = Analyzer.analyze(TestModels.without(Contents.NONE));

    String text = JsonReport.render(new Report(Optional.of(analysis), List.of()));

    assertThat(parse(text).at("/score").has("value")).isFalse();
    assertThat(parse(text).at("/keystrokes").has("p99Nanos")).isFalse();
    assertThat(text).doesNotContain("null").doesNotContain("NaN");
  }
}
