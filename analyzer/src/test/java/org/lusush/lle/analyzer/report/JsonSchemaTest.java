// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lusush.lle.analyzer.Analyzer;
import org.lusush.lle.analyzer.HostileModels;
import org.lusush.lle.analyzer.TestModels;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.Problem;
import org.lusush.lle.analyzer.model.ReadOutcome;
import org.lusush.lle.analyzer.model.Recording;

/** Every report in JSON is as the published schema says. */
public final class JsonSchemaTest {

  private static final Path SCHEMA = Path.of("../docs/report.schema.json");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Stream<Report> reports() {
    var gap = new Gap(Gap.Kind.OPERATIONS_LEFT_OUT, "operations were not recorded");
    var failure = new ReadOutcome.Failure("gone.jfr", new Problem.NoSuchFile());
    return Stream.of(
        new Report(analysis(TestModels.recording(gap)), List.of(failure)),
        new Report(analysis(TestModels.thresholded(gap)), List.of()),
        new Report(analysis(TestModels.without(Contents.NONE)), List.of()),
        new Report(Optional.empty(), List.of(failure)),
        HostileModels.report(HostileModels.TEXT),
        HostileModels.large());
  }

  private static Optional<org.lusush.lle.analyzer.model.Analysis> analysis(Recording recording) {
    return Optional.of(Analyzer.analyze(recording));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void render_anyReport_isAsTheSchemaSays(Report report) throws IOException {
    assertThat(faults(JsonReport.render(report))).isEmpty();
  }

  @Test
  void schema_wrongTypeOrUnknownName_isTold() throws IOException {
    assertThat(
            faults("{\"formatVersion\": 1, \"complete\": 3, \"unreadable\": [], \"what\": true}"))
        .hasSize(2);
  }

  /** Returns what is wrong with a report, names that the schema does not tell of among it. */
  public static List<String> faults(String json) throws IOException {
    JsonNode schema = MAPPER.readTree(Files.readString(SCHEMA));
    refuseUnknown(schema);
    JsonSchema strict =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    return strict.validate(MAPPER.readTree(json)).stream()
        .map(ValidationMessage::getMessage)
        .sorted()
        .toList();
  }

  /** Readers skip names that they do not know; this project is to publish those that it writes. */
  private static void refuseUnknown(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(JsonSchemaTest::refuseUnknown);
  }
}
