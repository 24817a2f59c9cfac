// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.reader.Structure.Break;

/** Puts into words what is wrong with the structure of a file. */
final class StructureGaps {

  private StructureGaps() {}

  static List<Gap> of(Structure structure, List<ChunkReader.Broken> broken, int repeated) {
    List<Gap> gaps = new ArrayList<>();
    structure.breaks().forEach(part -> gaps.add(ofBreak(part, structure.whole().size())));
    broken.forEach(chunk -> gaps.add(ofBroken(chunk)));
    if (repeated > 0) {
      gaps.add(
          gap(
              Gap.Kind.CHUNKS_REPEATED,
              "%s had been read already and counted once; the same recording was dumped or"
                  + " named more than once",
              chunks(repeated)));
    }
    return gaps;
  }

  private static Gap ofBreak(Break part, int whole) {
    return switch (part.why()) {
      case CUT_OFF -> cutOff(part, whole);
      case UNFINISHED ->
          gap(
              Gap.Kind.UNFINISHED,
              "the chunk from byte %,d on was still being written (%,d bytes); what follows is"
                  + " about the %s before; for the rest take 'jcmd PID JFR.dump'",
              part.from(),
              part.bytes(),
              chunks(whole));
      case UNSUPPORTED ->
          gap(
              Gap.Kind.DAMAGED,
              "bytes %,d to %,d are in a format that is not supported and were left out",
              part.from(),
              part.to());
      case DAMAGED ->
          gap(
              Gap.Kind.DAMAGED,
              "bytes %,d to %,d are no whole chunk of a recording and were left out",
              part.from(),
              part.to());
    };
  }

  private static Gap cutOff(Break part, int whole) {
    long missing = part.expectedEnd() - part.to();
    String what =
        missing > 0
            ? String.format(Locale.ROOT, "%,d bytes are missing at its end", missing)
            : "it ends within the header of a chunk";
    return gap(
        Gap.Kind.TRUNCATED,
        "the file is cut off: %s; what follows is about bytes 0 to %,d (%s); copy it again for the"
            + " rest",
        what,
        part.from(),
        chunks(whole));
  }

  private static Gap ofBroken(ChunkReader.Broken broken) {
    return gap(
        Gap.Kind.DAMAGED,
        "the chunk at bytes %,d to %,d was left out: %s",
        broken.chunk().offset(),
        broken.chunk().end(),
        broken.reason());
  }

  private static String chunks(int count) {
    return count == 1 ? "1 whole chunk" : count + " whole chunks";
  }

  private static Gap gap(Gap.Kind kind, String pattern, Object... args) {
    return new Gap(kind, String.format(Locale.ROOT, pattern, args));
  }
}
