// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Knows the version from the jar's manifest. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("(not from a jar)");
    return new String[] {"lle " + version};
  }
}
