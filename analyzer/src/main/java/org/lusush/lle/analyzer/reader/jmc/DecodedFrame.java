// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.IMCFrame;
import org.openjdk.jmc.common.IMCMethod;

/**
 * A frame of a stack trace. Its type is looked up when someone wants it: JMC's types of frames have
 * names in the user's language, which take longer to be loaded than a small recording to be read.
 *
 * @param typeName as the recording has it, or null where it has none
 */
record DecodedFrame(IMCMethod method, int index, int line, @Nullable String typeName)
    implements IMCFrame {

  @Override
  public IMCMethod getMethod() {
    return method;
  }

  @Override
  public Integer getBCI() {
    return index;
  }

  @Override
  public Integer getFrameLineNumber() {
    return line;
  }

  @Override
  public IMCFrame.Type getType() {
    return switch (typeName == null ? "" : typeName) {
      case "Interpreted" -> IMCFrame.Type.INTERPRETED;
      case "JIT compiled" -> IMCFrame.Type.JIT_COMPILED;
      case "Inlined" -> IMCFrame.Type.INLINED;
      case "Native" -> IMCFrame.Type.NATIVE;
      default -> IMCFrame.Type.UNKNOWN;
    };
  }
}
