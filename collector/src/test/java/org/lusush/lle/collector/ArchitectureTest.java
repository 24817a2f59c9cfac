// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.collector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of this module. */
@AnalyzeClasses(packages = "org.lusush.lle.collector", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule collectorKnowsNeitherRecorderNorQueue =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.lusush.lle.recorder..",
              "org.lusush.lle.agent..",
              "net.openhft..",
              "com.sun.tools.attach..");

  @ArchTest
  static final ArchRule eventClasses_areNeverUsed =
      noClasses().should().dependOnClassesThat().areAssignableTo("jdk.jfr.Event");
}
