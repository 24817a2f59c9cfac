// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jdk.jfr.Event;

/** The arrows of this module. */
@AnalyzeClasses(packages = "org.lusush.lle", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule recorderKnowsNoReaderOfRecordings =
      noClasses()
          .that()
          .resideInAPackage("org.lusush.lle.recorder..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.lusush.lle.analyzer..",
              "org.lusush.lle.jmc..",
              "org.openjdk.jmc..",
              "jdk.jfr.consumer..");

  @ArchTest
  static final ArchRule measuringKnowsNoEditor =
      noClasses()
          .that()
          .resideInAnyPackage("..recorder.monitor..", "..recorder.statistics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..recorder.dashboard..",
              "..recorder.history..",
              "..recorder.jline..",
              "org.jline..");

  @ArchTest
  static final ArchRule onlyJlineUsesJLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("..recorder.jline..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jline..");

  @ArchTest
  static final ArchRule onlyStatisticsUsesHdrHistogram =
      noClasses()
          .that()
          .resideOutsideOfPackage("..recorder.statistics..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.HdrHistogram..");

  @ArchTest
  static final ArchRule onlyCacheUsesCaffeine =
      noClasses()
          .that()
          .resideOutsideOfPackage("..recorder.cache..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.benmanes.caffeine..");

  @ArchTest
  static final ArchRule poolsAndResourcesKnowNoEditorAndNoReader =
      noClasses()
          .that()
          .resideInAnyPackage("..recorder.memory..", "..recorder.resource..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..recorder.dashboard..",
              "..recorder.history..",
              "..recorder.jline..",
              "..recorder.tuning..");

  @ArchTest
  static final ArchRule poolsAndResourcesTouchEventsInClassesOfTheirOwn =
      noClasses()
          .that()
          .resideInAnyPackage("..recorder.memory..", "..recorder.resource..")
          .and()
          .haveSimpleNameNotEndingWith("Events")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Event.class);

  @ArchTest
  static final ArchRule onlySourcesUseBeansThatAJavaMayLack =
      noClasses()
          .that()
          .resideInAnyPackage("..recorder.memory..", "..recorder.resource..")
          .and()
          .doNotHaveSimpleName("JvmSource")
          .and()
          .doNotHaveSimpleName("PlatformSource")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.lang.management..", "com.sun.management..", "javax.management..");

  @ArchTest
  static final ArchRule onlyTheDiskTierUsesItsStore =
      noClasses()
          .that()
          .resideOutsideOfPackage("..recorder.cache.disk..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.h2..");

  @ArchTest
  static final ArchRule theDiskTierKnowsNoOtherTier =
      noClasses()
          .that()
          .resideInAPackage("..recorder.cache.disk..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..recorder.cache", "com.github.benmanes.caffeine..");

  @ArchTest
  static final ArchRule nothingIsPrinted =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
