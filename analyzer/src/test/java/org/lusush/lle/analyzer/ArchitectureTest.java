// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.lusush.lle.analyzer", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String ROOT = "org.lusush.lle.analyzer";

  @ArchTest
  static final ArchRule eventClasses_areNeverUsed =
      noClasses().should().dependOnClassesThat().areAssignableTo("jdk.jfr.Event");

  @ArchTest
  static final ArchRule jdkJfr_isUsedToFollowLiveShellsOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".live..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.jfr..");

  @ArchTest
  static final ArchRule jline_isUsedByTheScreenOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".screen..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jline..");

  @ArchTest
  static final ArchRule attach_isEntered_byItsPackageOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".attach..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.tools.attach..");

  @ArchTest
  static final ArchRule live_drawsNothing =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".live..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".report..", ROOT + ".screen..", ROOT + ".cli..", ROOT + ".reader..");

  @ArchTest
  static final ArchRule screen_knowsNobody =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".screen..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ROOT + "..").and(resideOutsideOfPackage(ROOT + ".screen..")));

  @ArchTest
  static final ArchRule recorder_isNeverUsed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.lusush.lle.recorder..", "org.lusush.lle.jmc..");

  @ArchTest
  static final ArchRule jmc_isUsedByItsReaderAndToRunRulesOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".reader.jmc..", ROOT + ".rules..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.openjdk.jmc..");

  @ArchTest
  static final ArchRule decoder_knowsNobody =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".reader.decode..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ROOT + "..").and(resideOutsideOfPackage(ROOT + ".reader.decode..")));

  @ArchTest
  static final ArchRule jmcInternals_areNeverUsed =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.openjdk.jmc..internal..");

  @ArchTest
  static final ArchRule pureFunctions_knowTheModelOnly =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + ".hotspot..",
              ROOT + ".cause..",
              ROOT + ".score..",
              ROOT + ".trend..",
              ROOT + ".regression..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".reader..",
              ROOT + ".live..",
              ROOT + ".report..",
              ROOT + ".store..",
              ROOT + ".cli..",
              "java.io..",
              "java.nio..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule rules_knowWhatReadsFilesAndTheModelOnly =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".rules..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".reader.jmc..",
              ROOT + ".hotspot..",
              ROOT + ".score..",
              ROOT + ".cause..",
              ROOT + ".live..",
              ROOT + ".report..",
              ROOT + ".cli..");

  @ArchTest
  static final ArchRule model_knowsNobody =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".reader..",
              ROOT + ".rules..",
              ROOT + ".hotspot..",
              ROOT + ".score..",
              ROOT + ".trend..",
              ROOT + ".regression..",
              ROOT + ".live..",
              ROOT + ".report..",
              ROOT + ".cli..");

  @ArchTest
  static final ArchRule report_readsNothing =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".reader..",
              ROOT + ".rules..",
              ROOT + ".store..",
              ROOT + ".cli..",
              "java.nio.file..");

  @ArchTest
  static final ArchRule store_knowsTheModelOnly =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".store..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ROOT + "..")
                  .and(resideOutsideOfPackage(ROOT + ".store.."))
                  .and(resideOutsideOfPackage(ROOT + ".model..")));

  @ArchTest
  static final ArchRule cli_isUsedByNobody =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".cli..", "picocli..");

  @ArchTest
  static final ArchRule standardStreams_belongToTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".cli..")
          .should()
          .accessField(System.class, "err")
          .orShould()
          .accessField(System.class, "out");

  @ArchTest
  static final ArchRule templates_areFilledByPagesOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".report.html..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.samskivert..");

  @ArchTest
  static final ArchRule jackson_isUsedByReportsAndTheStoreOnly =
      classes()
          .that()
          .resideOutsideOfPackages(ROOT + ".report..", ROOT + ".store..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackage("com.fasterxml..");
}
