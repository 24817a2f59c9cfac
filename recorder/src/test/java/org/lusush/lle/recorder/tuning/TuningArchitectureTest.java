// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.tuning;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may change what. */
@AnalyzeClasses(packages = "org.lusush.lle.recorder", importOptions = DoNotIncludeTests.class)
final class TuningArchitectureTest {

  @ArchTest
  static final ArchRule onlyTheCoordinatorChangesAnything =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Coordinator.class.getName())
          .should()
          .callMethod(Knob.class, "set", double.class);

  @ArchTest
  static final ArchRule tuningKnowsNothingThatItTunes =
      noClasses()
          .that()
          .resideInAnyPackage("..recorder.tuning..", "..recorder.target..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..recorder",
              "..recorder.cache..",
              "..recorder.memory..",
              "..recorder.resource..",
              "..recorder.jline..",
              "..recorder.dashboard..",
              "..recorder.history..");

  @ArchTest
  static final ArchRule tuningHasNoThreadAndNoClock =
      noClasses()
          .that()
          .resideInAnyPackage("..recorder.tuning..", "..recorder.target..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class)
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
