// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of this module. */
@AnalyzeClasses(packages = "org.lusush.lle.events", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule eventsDependOnTheJdkAlone =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "jdk.jfr..", "org.lusush.lle.events..");

  @ArchTest
  static final ArchRule scoreIsAPureFunction =
      noClasses()
          .that()
          .resideInAnyPackage("..score..", "..hotspot..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jdk.jfr..", "java.io..", "java.nio..", "java.time.chrono..")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
