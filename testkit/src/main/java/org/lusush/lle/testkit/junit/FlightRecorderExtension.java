// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit.junit;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Method;
import java.util.Map;
import jdk.jfr.Recording;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Records every test of a class, each by itself, and hands the events to a parameter of type {@link
 * RecordedEvents}.
 *
 * <pre>{@code
 * @ExtendWith(FlightRecorderExtension.class)
 * final class CompletionTest {
 *
 *   @Test
 *   void tab_onATableName_isOneKeystroke(RecordedEvents events) {
 *     …
 *     assertThat(events)
 *         .contains(1, ExpectedEvent.of("lle.Keystroke").with("widget", "expand-or-complete"));
 *   }
 * }
 * }</pre>
 *
 * <p>The recording is started before the test's own {@code @BeforeEach} methods and closed after
 * its {@code @AfterEach} methods. Without settings every event is as its class says; others are
 * given to {@link #withSettings}, for a field with {@code @RegisterExtension}.
 */
public final class FlightRecorderExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(FlightRecorderExtension.class);

  private final Map<String, String> settings;

  /** Records with every event as its class says. */
  public FlightRecorderExtension() {
    this(Map.of());
  }

  private FlightRecorderExtension(Map<String, String> settings) {
    this.settings = settings;
  }

  /**
   * Returns an extension that records with settings.
   *
   * @param settings as in {@link Recording#setSettings}, such as {@code lle.Operation#threshold} to
   *     {@code 1 ms}
   */
  public static FlightRecorderExtension withSettings(Map<String, String> settings) {
    return new FlightRecorderExtension(Map.copyOf(requireNonNull(settings, "settings")));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    var recording = new Recording();
    recording.setName(context.getUniqueId());
    recording.setSettings(settings);
    store(context).put(Recording.class, recording);
    recording.start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var recording = store(context).remove(Recording.class, Recording.class);
    if (recording != null) {
      recording.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RecordedEvents.class
        && parameter.getDeclaringExecutable() instanceof Method
        && context.getTestMethod().isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var recording = store(context).get(Recording.class, Recording.class);
    return RecordedEvents.of(
        requireNonNull(recording, "no recording runs for " + context.getDisplayName()));
  }

  private static ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }
}
