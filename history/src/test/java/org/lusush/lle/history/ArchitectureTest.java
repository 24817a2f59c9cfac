// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.history;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of this module. */
@AnalyzeClasses(packages = "org.lusush.lle.history", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyChronicleUsesChronicle =
      noClasses()
          .that()
          .resideOutsideOfPackage("..history.chronicle..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("net.openhft..", "..history.chronicle..");

  @ArchTest
  static final ArchRule historyDependsOnTheJdkAlone =
      classes()
          .that()
          .resideInAPackage("org.lusush.lle.history")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.lusush.lle.history", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule nothingIsPrinted =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
