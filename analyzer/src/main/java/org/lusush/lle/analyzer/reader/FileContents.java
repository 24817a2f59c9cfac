// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.MeasuredOperation;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.Problem;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Source;
import org.lusush.lle.analyzer.reader.jmc.Facts;
import org.lusush.lle.analyzer.reader.jmc.SessionSpan;
import org.lusush.lle.analyzer.reader.jmc.Times;

/**
 * Everything read from one file, on its way to the model.
 *
 * @param repeated whole chunks left out, since they were read before
 * @param chunks whole chunks read
 */
record FileContents(
    String name,
    long bytes,
    Structure structure,
    int repeated,
    List<ChunkHeader> chunks,
    ChunkReader.Result result) {

  /** Returns why there is nothing to report on, or nothing when there is. */
  Optional<Problem> problem() {
    boolean empty = repeated == 0 && facts().editorEvents() == 0;
    return empty
        ? Optional.of(new Problem.NoEditorEvents(facts().declaresEditor()))
        : Optional.empty();
  }

  Recording toRecording() {
    return new Recording(List.of(toSource()), result.contents().contents());
  }

  private Source toSource() {
    return new Source(
        Printable.of(name),
        bytes,
        chunks.size() - result.broken().size(),
        Times.instant(startNanos()),
        Times.instant(endNanos()),
        facts().jvm(),
        facts().session().map(SessionSpan::last),
        facts().recordings().stream().sorted().toList(),
        measured(),
        gaps());
  }

  private Facts facts() {
    return result.contents().facts();
  }

  private List<MeasuredOperation> measured() {
    boolean startedWithin = startedWithin();
    return facts().statistics().entrySet().stream()
        .map(entry -> entry.getValue().toMeasured(entry.getKey()))
        .map(operation -> startedWithin ? operation.startedWithin() : operation)
        .sorted(Comparator.comparing(MeasuredOperation::operation))
        .toList();
  }

  private List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>(StructureGaps.of(structure, result.broken(), repeated));
    if (!chunks.isEmpty()) {
      gaps.addAll(
          ContentGaps.of(result.contents().contents(), facts(), measured(), startedWithin()));
    }
    return gaps;
  }

  /** Returns whether the recorder started after the recording, so that it counted nothing else. */
  private boolean startedWithin() {
    Optional<Instant> started = facts().session().flatMap(s -> s.last().started());
    return started.isPresent() && Times.epochNanos(started.get()) >= startNanos();
  }

  private long startNanos() {
    return structure.whole().stream().mapToLong(ChunkHeader::startNanos).min().orElse(0);
  }

  private long endNanos() {
    return structure.whole().stream()
        .mapToLong(chunk -> chunk.startNanos() + chunk.durationNanos())
        .max()
        .orElse(0);
  }
}
