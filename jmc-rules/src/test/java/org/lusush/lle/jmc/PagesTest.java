// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lusush.lle.events.schema.EventSchema;
import org.lusush.lle.jmc.corpus.Corpus;
import org.lusush.lle.jmc.corpus.Scenario;
import org.openjdk.jmc.common.IState;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.PersistableItemFilter;
import org.openjdk.jmc.common.util.StateToolkit;
import org.openjdk.jmc.common.util.StatefulState;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.RuleRegistry;

/** The pages for JMC's outline, read by the classes of JMC that read them there. */
final class PagesTest {

  private static final String FACTORY = "org.openjdk.jmc.flightrecorder.ui.itemhandler";

  @TempDir private static Path folder;

  private static List<IState> pages;
  private static IItemCollection recording;

  @BeforeAll
  static void read() throws Exception {
    var file = Path.of(PagesTest.class.getResource("/pages.xml").toURI()).toFile();
    var root = StatefulState.create(StateToolkit.statefulFromXMLFile(file, StandardCharsets.UTF_8));
    pages = new ArrayList<>();
    for (IState page : root.getChildren()) {
      addTo(pages, page);
    }
    recording = Recordings.load(Corpus.record(Scenario.QUIET, folder));
  }

  private static void addTo(List<IState> all, IState page) {
    assertThat(page.getType()).isEqualTo("page");
    all.add(page);
    for (IState child : page.getChildren("page")) {
      addTo(all, child);
    }
  }

  @Test
  void pages_all_haveWhatJmcReadsOfThem() {
    assertThat(pages).hasSize(8);
    assertThat(pages).extracting(page -> page.getAttribute("id")).doesNotHaveDuplicates();
    for (IState page : pages) {
      assertThat(page.getAttribute("id")).matches("lle\\.page\\.\\d+\\.[a-z]+");
      assertThat(page.getAttribute("factory")).isEqualTo(FACTORY);
      assertThat(page.getChild("state").getAttribute("name")).isNotBlank();
      assertThat(page.getChild("state").getAttribute("description")).isNotBlank();
    }
  }

  @Test
  void topics_ofTheRules_haveOnePageEach() {
    var topics =
        pages.stream()
            .flatMap(page -> List.of(page.getChild("state").getChildren("topic")).stream())
            .map(topic -> topic.getAttribute("value"))
            .toList();

    assertThat(topics)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            RuleRegistry.getRules().stream().map(IRule::getTopic).collect(Collectors.toSet()));
  }

  @Test
  void filters_all_findTheEventsOfTheirPage() {
    for (IState page : pages) {
      var state = page.getChild("state");
      var filter = PersistableItemFilter.readFrom(state.getChild("pageFilter"));

      assertThat(recording.apply(filter).hasItems())
          .as(state.getAttribute("name"))
          .isEqualTo(!state.getAttribute("name").equals("Operation Statistics"));
    }
  }

  @Test
  void types_ofTheSchema_areEachOnAPage() throws IllegalAccessException {
    Set<String> shown = new TreeSet<>();
    pages.forEach(page -> addTypes(page.getChild("state").getChild("pageFilter"), shown));
    Set<String> known = new TreeSet<>();
    for (Class<?> type : EventSchema.class.getDeclaredClasses()) {
      for (Field field : type.getFields()) {
        if (field.getName().equals("TYPE")) {
          known.add((String) field.get(null));
        }
      }
    }

    assertThat(shown).isEqualTo(known);
  }

  private static void addTypes(IState filter, Set<String> types) {
    if (filter.getAttribute("type") != null) {
      types.add(filter.getAttribute("type"));
    }
    for (IState child : filter.getChildren("filter")) {
      addTypes(child, types);
    }
  }
}
