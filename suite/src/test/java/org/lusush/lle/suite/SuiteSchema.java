// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schema of suite.json, with names that it does not tell of refused. */
public final class SuiteSchema {

  private static final Path SCHEMA = Path.of("../docs/suite.schema.json");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SuiteSchema() {}

  /** Returns what is wrong with a summary. */
  public static List<String> faults(String json) throws IOException {
    JsonNode schema = MAPPER.readTree(Files.readString(SCHEMA));
    refuseUnknown(schema);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema)
        .validate(MAPPER.readTree(json))
        .stream()
        .map(ValidationMessage::getMessage)
        .sorted()
        .toList();
  }

  private static void refuseUnknown(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.has("properties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(SuiteSchema::refuseUnknown);
  }
}
