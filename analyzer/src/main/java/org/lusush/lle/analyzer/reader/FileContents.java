// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lusush.lle.analyzer.model.Conditions;
import org.lusush.lle.analyzer.model.Contents;
import org.lusush.lle.analyzer.model.Gap;
import org.lusush.lle.analyzer.model.MeasuredOperation;
import org.lusush.lle.analyzer.model.Ordering;
import org.lusush.lle.analyzer.model.Printable;
import org.lusush.lle.analyzer.model.Problem;
import org.lusush.lle.analyzer.model.Recording;
import org.lusush.lle.analyzer.model.Source;
import org.lusush.lle.analyzer.model.Sums;
import org.lusush.lle.analyzer.model.Timing;
import org.lusush.lle.analyzer.model.Timings;
import org.lusush.lle.analyzer.reader.jmc.Facts;
import org.lusush.lle.analyzer.reader.jmc.Intervals;
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

  private static final double COVERED = 0.99;

  /** Returns why there is nothing to report on, or nothing when there is. */
  Optional<Problem> problem() {
    boolean empty = repeated == 0 && facts().editorEvents() == 0;
    return empty
        ? Optional.of(new Problem.NoEditorEvents(facts().declaresEditor()))
        : Optional.empty();
  }

  Recording toRecording() {
    Source source = toSource();
    Contents contents = result.contents().contents();
    return new Recording(
        List.of(source),
        contents.with(
            contents.timeline().withLongerOf(intervals().keystrokes(), intervals().operations())),
        timings(source, contents));
  }

  private Timings timings(Source source, Contents contents) {
    List<Timing> histograms = intervals().timings();
    Timings timings = Timings.of(contents);
    timings = source.missesOperations() ? timings.withOperationsOf(histograms) : timings;
    return source.missesKeystrokes() ? timings.withKeystrokesOf(histograms) : timings;
  }

  private Source toSource() {
    return new Source(
        Printable.of(name),
        bytes,
        chunks.size() - result.broken().size() + result.begun().size(),
        Times.instant(startNanos()),
        Times.instant(endNanos()),
        facts().jvm(),
        facts().session().map(SessionSpan::last),
        facts().recordings().stream().sorted().toList(),
        measured(),
        isCoveredByHistograms(),
        conditions(),
        gaps());
  }

  private Conditions conditions() {
    List<String> settings =
        facts().settings().stream()
            .map(setting -> setting.eventType() + "#" + setting.name() + "=" + setting.value())
            .sorted()
            .toList();
    return new Conditions((int) Math.min(Integer.MAX_VALUE, facts().processors()), settings);
  }

  private Facts facts() {
    return result.contents().facts();
  }

  private Intervals intervals() {
    return result.contents().intervals();
  }

  /** Returns whether the histograms hold as many operations as the recorder counted, or nearly. */
  private boolean isCoveredByHistograms() {
    long held = intervals().operationCount();
    long counted = measured().stream().mapToLong(m -> m.within().count()).reduce(0, Sums::add);
    return held > 0 && held >= COVERED * counted;
  }

  private List<MeasuredOperation> measured() {
    boolean startedWithin = startedWithin();
    return facts().statistics().entrySet().stream()
        .map(entry -> entry.getValue().toMeasured(entry.getKey()))
        .map(operation -> startedWithin ? operation.startedWithin() : operation)
        .sorted(Ordering.comparing(MeasuredOperation::operation))
        .toList();
  }

  private List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>(StructureGaps.of(structure, result, repeated));
    if (!chunks.isEmpty() || !result.begun().isEmpty()) {
      gaps.addAll(
          ContentGaps.of(result.contents().contents(), facts(), measured(), startedWithin()));
      gaps.addAll(IntervalGaps.of(intervals(), startNanos(), isInNeedOfHistograms(gaps)));
    }
    return gaps;
  }

  private static boolean isInNeedOfHistograms(List<Gap> gaps) {
    return gaps.stream()
        .map(Gap::kind)
        .anyMatch(kind -> kind.missesOperations() || kind.missesKeystrokes());
  }

  /** Returns whether the recorder started after the recording, so that it counted nothing else. */
  private boolean startedWithin() {
    Optional<Instant> started = facts().session().flatMap(s -> s.last().started());
    return started.isPresent() && Times.epochNanos(started.get()) >= startNanos();
  }

  private long startNanos() {
    return covered().mapToLong(ChunkHeader::startNanos).min().orElse(0);
  }

  private long endNanos() {
    return covered().mapToLong(chunk -> chunk.startNanos() + chunk.durationNanos()).max().orElse(0);
  }

  private Stream<ChunkHeader> covered() {
    return Stream.concat(structure.whole().stream(), result.begun().stream());
  }
}
