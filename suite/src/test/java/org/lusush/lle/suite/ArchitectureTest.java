// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.suite;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of this module. */
@AnalyzeClasses(packages = "org.lusush.lle.suite", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String ROOT = "org.lusush.lle.suite";

  @ArchTest
  static final ArchRule results_knowNobody =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".result..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ROOT + "..").and(resideOutsideOfPackage(ROOT + ".result..")))
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio..", "org.lusush.lle.analyzer..");

  @ArchTest
  static final ArchRule reports_knowResultsOnly =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".run..", ROOT + ".shell..", ROOT + ".tape..", "java.nio.file..");

  @ArchTest
  static final ArchRule tapes_knowNoShell =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".tape..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".run..", ROOT + ".shell..", ROOT + ".result..", ROOT + ".report..");

  @ArchTest
  static final ArchRule shells_knowTapesOnly =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".shell..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".run..", ROOT + ".result..", ROOT + ".report..");

  @ArchTest
  static final ArchRule recorder_isAskedForItsTargetsOnly =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.lusush.lle.recorder..")
                  .and(resideOutsideOfPackage("org.lusush.lle.recorder.target..")));

  @ArchTest
  static final ArchRule commandLine_isUsedByNobody =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT, "picocli..")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .accessField(System.class, "out");

  @ArchTest
  static final ArchRule jackson_isUsedByReportsOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".report..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml..");
}
