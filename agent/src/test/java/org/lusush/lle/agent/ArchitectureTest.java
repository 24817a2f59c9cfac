// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.lusush.lle.agent", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  /** What the shell's class loader can see of us needs nothing that it could see. */
  @ArchTest
  static final ArchRule WAY_IN =
      classes()
          .that()
          .resideInAPackage("org.lusush.lle.agent")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.lusush.lle.agent", "org.jspecify..");

  /** The shell has its own JLine, or none. */
  @ArchTest
  static final ArchRule NO_JLINE =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.jline..");

  /** The terminal is the user's. */
  @ArchTest
  static final ArchRule SILENT =
      noClasses()
          .should()
          .accessField(System.class, "err")
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.System$Logger");
}
