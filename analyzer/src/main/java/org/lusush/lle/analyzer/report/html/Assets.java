// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Properties;

/** Files that the page is made of: our own beside this class, and those of the chart library. */
final class Assets {

  private static final String D3_PROPERTIES = "/META-INF/maven/org.webjars.npm/d3/pom.properties";
  private static final String D3_FOLDER = "/META-INF/resources/webjars/d3/%s/%s";

  private Assets() {}

  /** Returns the text of a file beside this class. */
  static String own(String name) {
    return text(name);
  }

  /** Returns the text of a file of the chart library, whichever version was built with. */
  static String d3(String name) {
    var properties = new Properties();
    try (InputStream in = open(D3_PROPERTIES)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text(D3_FOLDER.formatted(properties.getProperty("version"), name));
  }

  /** Returns how a content security policy names a script or style: by the hash of its text. */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text(String path) {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String path) throws IOException {
    InputStream in = Assets.class.getResourceAsStream(path);
    if (in == null) {
      throw new IOException("the program is incomplete: " + path + " is missing from it");
    }
    return in;
  }
}
