// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Guesses from its first bytes what a file is that is no recording. */
final class FileKind {

  private FileKind() {}

  /** Returns a noun phrase, such as {@code a gzip archive; unpack it first}. */
  static String of(ByteBuffer start) {
    byte[] bytes = new byte[start.remaining()];
    start.duplicate().get(bytes);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u001F\u008B")) {
      return "a gzip archive inside of another";
    }
    if (text.startsWith("PK\u0003\u0004")) {
      return "a zip or jar archive inside of another";
    }
    if (text.startsWith("(\u00B5/\u00FD") || text.startsWith("\u00FD7zXZ")) {
      return "a compressed file; unpack it first";
    }
    if (text.startsWith("JAVA PROFILE")) {
      return "a heap dump (hprof)";
    }
    if (text.startsWith("\u00CA\u00FE\u00BA\u00BE")) {
      return "a Java class file";
    }
    if (text.startsWith("\u007FELF")) {
      return "a program or a core dump";
    }
    if (text.chars().allMatch(c -> c == 0)) {
      return "zeros only; the disk may have been full";
    }
    if (text.stripLeading().startsWith("<") && isText(bytes)) {
      return "XML or HTML; settings (.jfc) are not a recording";
    }
    return isText(bytes) ? "text" : "unknown binary data";
  }

  private static boolean isText(byte[] bytes) {
    for (byte b : bytes) {
      boolean control = b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t';
      if (control || b == 0x7F) {
        return false;
      }
    }
    return true;
  }
}
