// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.reader.Structure.Break;
import org.lusush.lle.analyzer.reader.decode.ChunkDecoder;
import org.lusush.lle.analyzer.reader.jmc.Times;

/** Puts into words what is wrong with the structure of a file. */
final class StructureGaps {

  private StructureGaps() {}

  static List<Gap> of(Structure structure, ChunkReader.Result result, int repeated) {
    List<Gap> gaps = new ArrayList<>();
    structure.breaks().forEach(part -> gaps.add(ofBreak(part, structure, result)));
    result.broken().forEach(chunk -> gaps.add(ofBroken(chunk)));
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

  private static Gap ofBreak(Break part, Structure structure, ChunkReader.Result result) {
    int whole = structure.whole().size();
    return switch (part.why()) {
      case CUT_OFF -> cutOff(part, whole, result);
      case UNFINISHED ->
          gap(
              Gap.Kind.UNFINISHED,
              "the chunk from byte %,d on was still being written (%,d bytes); %s; for the rest take"
                  + " 'jcmd PID JFR.dump'",
              part.from(),
              part.bytes(),
              taken(part, whole, result));
      case UNSUPPORTED ->
          gap(
              Gap.Kind.DAMAGED,
              "bytes %,d to %,d are in a format that is not supported and were left out",
              part.from(),
              part.to());
      case DAMAGED ->
          gap(
              Gap.Kind.DAMAGED,
              "bytes %,d to %,d are no whole chunk of a recording: %s%s",
              part.from(),
              part.to(),
              beginning(part, result).map(StructureGaps::readOrNot).orElse("they were left out"),
              between(part, structure));
    };
  }

  private static Gap cutOff(Break part, int whole, ChunkReader.Result result) {
    long missing = part.expectedEnd() - part.to();
    String what =
        missing > 0
            ? String.format(Locale.US, "%,d bytes are missing at its end", missing)
            : "it ends within the header of a chunk";
    return gap(
        Gap.Kind.TRUNCATED,
        "the file is cut off: %s; %s; copy it again for the rest",
        what,
        taken(part, whole, result));
  }

  /** Says what the report is about. */
  private static String taken(Break part, int whole, ChunkReader.Result result) {
    String before =
        String.format(
            Locale.US, "what follows is about bytes 0 to %,d (%s)", part.from(), chunks(whole));
    return beginning(part, result)
        .map(
            beginning ->
                whole == 0
                    ? "of this chunk " + readOrNot(beginning)
                    : beginning.part().isPresent()
                        ? before + " and the beginning of this chunk: " + readOrNot(beginning)
                        : before + ", since of this chunk " + readOrNot(beginning))
        .orElse(before);
  }

  private static Optional<ChunkReader.Beginning> beginning(Break part, ChunkReader.Result result) {
    return result.beginnings().stream()
        .filter(beginning -> beginning.place().equals(part))
        .findFirst();
  }

  private static String readOrNot(ChunkReader.Beginning beginning) {
    if (beginning.part().isEmpty()) {
      return "nothing could be read: " + beginning.reason();
    }
    ChunkDecoder.Part part = beginning.part().get();
    String read =
        String.format(
            Locale.US,
            "its events up to byte %,d were read",
            beginning.chunk().offset() + part.end());
    return part.unresolved() == 0
        ? read
        : String.format(
            Locale.US, "%s but for %,d whose names come later", read, part.unresolved());
  }

  /** Says what time a part without a header may be about, by its neighbours. */
  private static String between(Break part, Structure structure) {
    Optional<ChunkHeader> before =
        structure.whole().stream()
            .filter(chunk -> chunk.end() <= part.from())
            .max(Comparator.comparingLong(ChunkHeader::offset));
    Optional<ChunkHeader> after =
        structure.whole().stream()
            .filter(chunk -> chunk.offset() >= part.to())
            .min(Comparator.comparingLong(ChunkHeader::offset));
    if (before.isEmpty() || after.isEmpty()) {
      return "";
    }
    return String.format(
        Locale.US,
        "; they are from between %s and %s, if in their place",
        moment(before.get().startNanos() + before.get().durationNanos()),
        moment(after.get().startNanos()));
  }

  private static Gap ofBroken(ChunkReader.Broken broken) {
    ChunkHeader chunk = broken.chunk();
    return gap(
        Gap.Kind.DAMAGED,
        "the chunk at bytes %,d to %,d, from %s to %s with at least %,d events, was left out: %s",
        chunk.offset(),
        chunk.end(),
        moment(chunk.startNanos()),
        moment(chunk.startNanos() + chunk.durationNanos()),
        broken.events(),
        broken.reason());
  }

  private static String moment(long epochNanos) {
    return Times.instant(epochNanos).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static String chunks(int count) {
    return count == 1 ? "1 whole chunk" : count + " whole chunks";
  }

  private static Gap gap(Gap.Kind kind, String pattern, Object... args) {
    return new Gap(kind, String.format(Locale.US, pattern, args));
  }
}
