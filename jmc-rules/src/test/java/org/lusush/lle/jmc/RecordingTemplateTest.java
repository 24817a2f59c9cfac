// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.events.OperationEvent;
import org.openjdk.jmc.flightrecorder.configuration.events.EventConfiguration;
import org.openjdk.jmc.flightrecorder.configuration.events.SchemaVersion;
import org.openjdk.jmc.flightrecorder.configuration.model.xml.XMLValidationResult;

/** The recording settings, read by the classes behind JMC's recording template manager. */
final class RecordingTemplateTest {

  @ParameterizedTest
  @ValueSource(strings = {"lle.jfc", "lle-detail.jfc"})
  void import_settings_isAcceptedWithoutComplaint(String name) throws Exception {
    EventConfiguration.validate(settings(name), name, SchemaVersion.V2);
    var model = EventConfiguration.createModel(settings(name));
    model.checkErrors();
    var template = new EventConfiguration(model);

    assertThat(model.hasErrors()).isFalse();
    assertThat(model.getResults()).noneMatch(XMLValidationResult::isError);
    assertThat(template.getVersion()).isEqualTo(SchemaVersion.V2);
    assertThat(template.getName()).startsWith("LLE Flight");
    assertThat(template.getDescription()).isNotBlank();
    assertThat(template.isExportable()).isTrue();
    assertThat(template.createWorkingCopy().equalSettings(template)).isTrue();
  }

  private static InputStream settings(String name) {
    return OperationEvent.class.getResourceAsStream(name);
  }
}
