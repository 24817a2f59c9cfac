// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.jmc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jdk.jfr.Event;

@AnalyzeClasses(
    packages = "org.lusush.lle.jmc",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule rules_stand_on_the_jdk_jmc_and_the_vocabulary_only =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations..",
              "org.openjdk.jmc..",
              "org.lusush.lle.jmc..",
              "org.lusush.lle.events",
              "org.lusush.lle.events.hotspot",
              "org.lusush.lle.events.schema",
              "org.lusush.lle.events.score");

  @ArchTest
  static final ArchRule rules_know_nothing_of_recorder_analyzer_and_their_libraries =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.lusush.lle.recorder..",
              "org.lusush.lle.analyzer..",
              "org.HdrHistogram..",
              "com.github.benmanes.caffeine..",
              "net.openhft..");

  @ArchTest
  static final ArchRule rules_use_only_what_jmc_promises_to_keep =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.openjdk.jmc..internal..");

  @ArchTest
  static final ArchRule rules_load_no_event_class =
      noClasses().should().dependOnClassesThat().areAssignableTo(Event.class);
}
