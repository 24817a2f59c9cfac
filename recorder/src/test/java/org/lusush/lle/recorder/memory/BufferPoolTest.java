// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lusush.lle.recorder.AwakeRecorder;
import org.lusush.lle.recorder.EditorRecorder;
import org.lusush.lle.recorder.OwnThread;
import org.lusush.lle.recorder.Recorded;
import org.lusush.lle.recorder.memory.BufferPool.SizeClass;

/** Buffers, their sizes, and what is left in them. */
final class BufferPoolTest {

  private final EditorRecorder recorder = AwakeRecorder.start();
  private final BufferPool buffers = new BufferPool(recorder.measuring());

  @AfterEach
  void closeRecorder() {
    recorder.close();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 128",
    "1, 128",
    "128, 128",
    "129, 512",
    "512, 512",
    "513, 4096",
    "4096, 4096",
    "4097, 16384",
    "16384, 16384",
    "16385, 16385",
    "1000000, 1000000"
  })
  void borrow_aSize_isTheNextLargerClassOrAsLargeAsAskedFor(int asked, int length) {
    try (var bytes = buffers.bytes(asked);
        var chars = buffers.chars(asked)) {
      assertThat(bytes.object()).hasSize(length);
      assertThat(chars.object()).hasSize(length);
    }
  }

  @Test
  void borrow_afterReturn_isTheSameArrayWipedToItsEnd() {
    byte[] bytes;
    char[] chars;
    try (var lentBytes = buffers.bytes(200);
        var lentChars = buffers.chars(200)) {
      bytes = lentBytes.object();
      chars = lentChars.object();
      Arrays.fill(bytes, (byte) 'x');
      Arrays.fill(chars, 'x');
    }

    assertThat(bytes).containsOnly(0);
    assertThat(chars).containsOnly('\0');
    try (var lentBytes = buffers.bytes(500);
        var lentChars = buffers.chars(500)) {
      assertThat(lentBytes.object()).isSameAs(bytes);
      assertThat(lentChars.object()).isSameAs(chars);
    }
  }

  @Test
  void borrow_largerThanTheLargestClass_isWipedAndNotKept() {
    byte[] bytes;
    try (var lent = buffers.bytes(20_000)) {
      bytes = lent.object();
      Arrays.fill(bytes, (byte) 'x');
    }

    assertThat(bytes).containsOnly(0);
    try (var lent = buffers.bytes(20_000)) {
      assertThat(lent.object()).isNotSameAs(bytes);
    }
    var larger = statistics("byte buffers, larger");
    assertThat(larger.allocated()).isEqualTo(2);
    assertThat(larger.reused()).isZero();
    assertThat(larger.free()).isZero();
    assertThat(larger.allocatedBytes()).isEqualTo(40_000);
    assertThat(larger.fragmentation()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4_095, 4_096, 4_097, 8_192, 16_384, 100_000})
  void borrow_ofAnySize_isWipedWhole(int size) {
    byte[] bytes;
    char[] chars;
    try (var lentBytes = buffers.bytes(size);
        var lentChars = buffers.chars(size)) {
      bytes = lentBytes.object();
      chars = lentChars.object();
      Arrays.fill(bytes, (byte) 'x');
      Arrays.fill(chars, 'x');
    }

    assertThat(bytes).containsOnly(0);
    assertThat(chars).containsOnly('\0');
  }

  @Test
  void line_afterReturn_isEmptyAndTheHeapHoldsNothingOfWhatItHeld(@TempDir Path folder)
      throws Exception {
    var letters = new Random().ints(24, 'b', 'z').toArray();
    StringBuilder line;
    try (var lent = buffers.line()) {
      line = lent.object();
      for (int letter : letters) {
        line.append((char) letter);
      }
      assertThat(isInADump(letters, folder.resolve("before.hprof"))).isTrue();
    }

    assertThat(line).isEmpty();
    assertThat(isInADump(letters, folder.resolve("after.hprof"))).isFalse();
  }

  @Test
  void line_thatGrewVeryLong_isMadeSmallAgain() {
    StringBuilder line;
    try (var lent = buffers.line()) {
      line = lent.object().append("x".repeat(100_000));
    }

    assertThat(line.capacity()).isLessThan(100_000);
    try (var lent = buffers.line()) {
      assertThat(lent.object()).isSameAs(line).isEmpty();
    }
  }

  /** Returns whether the heap has some letters next to each other, one byte each. */
  private static boolean isInADump(int[] letters, Path file) throws IOException {
    var diagnostics = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    diagnostics.dumpHeap(file.toString(), true);
    var dump = Files.readAllBytes(file);
    Files.delete(file);
    for (int i = 0; i + letters.length <= dump.length; i++) {
      int same = 0;
      while (same < letters.length && dump[i + same] == letters[same]) {
        same++;
      }
      if (same == letters.length) {
        return true;
      }
    }
    return false;
  }

  @Test
  void statistics_fragmentation_isWhatWasHandedOutAndNotAskedFor() {
    buffers.bytes(128).close();
    buffers.bytes(64).close();
    buffers.bytes(300).close();
    buffers.chars(256).close();

    assertThat(statistics("byte buffers 128").fragmentation()).isEqualTo(0.25);
    assertThat(statistics("byte buffers 512").askedBytes()).isEqualTo(300);
    assertThat(statistics("char buffers 512").objectBytes()).isEqualTo(1024);
    assertThat(statistics("char buffers 512").fragmentation()).isEqualTo(0.5);
    var totals = MemoryTotals.of(buffers.statistics());
    assertThat(totals.fragmentation())
        .isEqualTo(1 - (128 + 64 + 300 + 512) / (128 + 128 + 512 + 1024.0));
    assertThat(totals.allocatedBytes()).isEqualTo(128 + 512 + 1024);
    assertThat(totals.reuseShare()).isEqualTo(0.25);
  }

  @Test
  void borrow_warm_allocatesNothingInARecordingToo() throws Exception {
    borrows(20_000);
    long before = OwnThread.allocatedBytes();
    borrows(20_000);
    long bytes = OwnThread.allocatedBytes() - before;
    var recorded = new long[1];

    Recorded.during(
        () -> {
          borrows(20_000);
          long start = OwnThread.allocatedBytes();
          borrows(20_000);
          recorded[0] = OwnThread.allocatedBytes() - start;
        });

    assertThat(bytes / 20_000).isZero();
    assertThat(recorded[0] / 20_000).isZero();
  }

  private void borrows(int times) {
    for (int i = 0; i < times; i++) {
      try (var bytes = buffers.bytes(i & 0xfff);
          var chars = buffers.chars(i & 0x1ff);
          var line = buffers.line()) {
        bytes.object()[0] = (byte) chars.object()[0];
        line.object().append('x');
      }
    }
  }

  @Test
  void bytes_negative_isRefusedWithTheValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> buffers.bytes(-1))
        .withMessage("size must be at least 0, was -1");
  }

  @Test
  void classes_notAscending_areRefusedWithTheValues() {
    var same = List.of(new SizeClass(64, 1), new SizeClass(64, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BufferPool(recorder.measuring(), same))
        .withMessage("classes must be ascending, were 64 and then 64");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BufferPool(recorder.measuring(), List.of()))
        .withMessage("classes must be at least 1, were 0");
  }

  private PoolStatistics statistics(String name) {
    return buffers.statistics().stream()
        .filter(pool -> pool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
