// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What a user of one part need not have on the class path for another. */
@AnalyzeClasses(packages = "org.lusush.lle.testkit", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyJunitUsesTestLibraries =
      noClasses()
          .that()
          .resideOutsideOfPackage("..testkit.junit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.junit..", "org.assertj..", "jdk.jfr..");

  @ArchTest
  static final ArchRule onlyJlineUsesJLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("..testkit.jline..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jline..");

  @ArchTest
  static final ArchRule nobodyUsesTheRecorder =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.lusush.lle.recorder..", "org.lusush.lle.analyzer..");
}
