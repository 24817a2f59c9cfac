// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.reader.jmc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.analyzer.reader.decode.ChunkDecoder;
import org.lusush.lle.analyzer.reader.decode.ChunkFrame;
import org.lusush.lle.analyzer.reader.decode.ChunkSource;
import org.lusush.lle.analyzer.reader.decode.Constants;
import org.lusush.lle.analyzer.reader.decode.DamagedException;
import org.lusush.lle.analyzer.reader.decode.Descriptions;
import org.lusush.lle.analyzer.reader.decode.Shape;
import org.lusush.lle.analyzer.reader.decode.Taker;
import org.lusush.lle.analyzer.reader.decode.Takers;
import org.lusush.lle.analyzer.reader.decode.UnknownStructureException;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;

/**
 * Decodes one whole chunk without JMC's parser: the frequent events straight into what they add up
 * to, the others into the sinks that the parser would feed. Chunks may be decoded by several
 * threads at a time.
 */
public final class DirectParser implements Takers {

  private final EditorExtension extension;
  private @Nullable References references;

  private DirectParser(Floors floors) {
    extension = new EditorExtension(true, floors);
  }

  /**
   * What the beginning of a chunk adds up to.
   *
   * @param part how far it goes
   */
  public record Beginning(ChunkContents contents, ChunkDecoder.Part part) {}

  /**
   * Returns what the beginning of a chunk adds up to that is cut off.
   *
   * @throws ChunkException if nothing can be made of it
   */
  public static Beginning parseBeginning(ChunkSource source, ChunkFrame frame, Floors floors)
      throws IOException {
    var parser = new DirectParser(floors);
    Optional<Beginning> beginning =
        guarded(
            () -> {
              ChunkDecoder.Part part = ChunkDecoder.decodePart(source, frame, parser);
              return new Beginning(parser.extension.toContents(), part);
            });
    return beginning.orElseThrow(
        () -> new ChunkException("it describes its events in an unknown way"));
  }

  /**
   * Returns what the chunk adds up to; nothing where it describes its events in a way that is not
   * known here, so that JMC's parser has to be asked.
   *
   * @param descriptions those of the chunks before this one
   * @param floors what the chunks before this one make unnecessary
   * @throws ChunkException if it contradicts itself
   */
  public static Optional<ChunkContents> parse(
      ChunkSource source, ChunkFrame frame, Descriptions descriptions, Floors floors)
      throws IOException {
    var parser = new DirectParser(floors);
    return guarded(
        () -> {
          ChunkDecoder.decode(source, frame, descriptions, parser);
          return parser.extension.toContents();
        });
  }

  /** Reads a chunk. */
  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> Optional<T> guarded(Reading<T> reading) throws IOException {
    try {
      return Optional.of(reading.read());
    } catch (UnknownStructureException e) {
      return Optional.empty();
    } catch (DamagedException e) {
      throw new ChunkException(e.reason(), e);
    } catch (UncheckedIOException e) {
      return asked(e);
    } catch (RuntimeException | StackOverflowError e) {
      throw new ChunkException("its events contradict their own description", e);
    } catch (OutOfMemoryError e) {
      throw new ChunkException("it needs more memory than there is; try java -Xmx2g", e);
    }
  }

  /** Constants are looked up late, by those who cannot throw what reading throws. */
  private static <T> Optional<T> asked(UncheckedIOException e) throws IOException {
    if (e.getCause() instanceof DamagedException damaged) {
      throw new ChunkException(damaged.reason(), damaged);
    }
    if (e.getCause() instanceof UnknownStructureException) {
      return Optional.empty();
    }
    throw new IOException(e.getCause());
  }

  @Override
  public Optional<Taker> of(Shape shape, Constants constants) throws UnknownStructureException {
    References known = references;
    if (known == null) {
      known = new References(constants);
      references = known;
    }
    Optional<Taker> direct = extension.direct(shape, known);
    if (direct.isPresent()) {
      return direct;
    }
    IEventSink sink = extension.create(shape.name(), new DeclaredFields(shape));
    return sink == EditorExtension.IGNORE
        ? Optional.empty()
        : Optional.of(new SinkTaker(sink, shape, known, constants));
  }
}
