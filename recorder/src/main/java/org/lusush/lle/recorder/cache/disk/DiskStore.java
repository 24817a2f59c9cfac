// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;

/**
 * Numbered records in a file of H2's MVStore.
 *
 * <p>Reads may run on other threads than the one that writes. A thread must not be interrupted in
 * here: it would close the file.
 */
final class DiskStore implements AutoCloseable {

  private static final String MAP = "entries";

  /** The number of the record that says what the store is: its identity, its generation. */
  private static final long HEAD = 0;

  private static final int CACHE_MEGABYTES = 1;
  private static final int RETENTION_MILLIS = 5_000;
  private static final int COMPACT_MILLIS = 20;
  private static final long ROOM = 1 << 20;
  private static final int SPARSE = 3;

  private final Path path;
  private final MVStore store;
  private final MVMap<Long, byte[]> map;

  /** Takes each record of a store. */
  @FunctionalInterface
  interface Visitor {
    void visit(long number, byte[] record) throws DamagedException;
  }

  /**
   * What a store is.
   *
   * @param identity of it and of its log
   * @param generation how often it was written
   */
  record Head(long identity, long generation) {}

  private DiskStore(Path path, MVStore store) {
    this.path = path;
    this.store = store;
    store.setRetentionTime(RETENTION_MILLIS);
    map =
        store.openMap(
            MAP,
            new MVMap.Builder<Long, byte[]>()
                .keyType(LongDataType.INSTANCE)
                .valueType(ByteArrayDataType.INSTANCE));
  }

  /**
   * Opens a store, which is made if it is not there.
   *
   * @throws DamagedException when the file is none, or lost a part
   * @throws InUseException when another process has it
   */
  static DiskStore open(Path path) throws IOException {
    OwnFiles.ensure(path);
    if (!Files.isWritable(path)) {
      throw new IOException("it cannot be written");
    }
    MVStore store = null;
    try {
      store =
          new MVStore.Builder()
              .fileName(path.toAbsolutePath().toString())
              .autoCommitDisabled()
              .cacheSize(CACHE_MEGABYTES)
              .open();
      return new DiskStore(path, store);
    } catch (MVStoreException e) {
      discard(store);
      throw translated(e);
    } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
      discard(store);
      throw new DamagedException("it is no store: " + e.getMessage(), e);
    }
  }

  private static void discard(@Nullable MVStore store) {
    if (store != null) {
      store.closeImmediately();
    }
  }

  private static IOException translated(MVStoreException e) {
    return switch (e.getErrorCode()) {
      case DataUtils.ERROR_FILE_LOCKED -> new InUseException();
      case DataUtils.ERROR_WRITING_FAILED, DataUtils.ERROR_READING_FAILED ->
          e.getCause() instanceof IOException cause
              ? new IOException(cause.getMessage(), e)
              : new DamagedException("a part of it is missing", e);
      case DataUtils.ERROR_CLOSED ->
          e.getCause() instanceof MVStoreException cause
              ? translated(cause)
              : new IOException("it was closed", e);
      default -> new DamagedException("its structure is broken", e);
    };
  }

  /** Returns what it is, or null where it was never written. */
  @Nullable Head head() throws IOException {
    byte[] bytes = get(HEAD);
    if (bytes == null) {
      return null;
    }
    if (bytes.length != 2 * Long.BYTES) {
      throw new DamagedException("its head is broken");
    }
    var buffer = ByteBuffer.wrap(bytes);
    return new Head(buffer.getLong(), buffer.getLong());
  }

  /** Returns a record, or null where there is none. */
  byte @Nullable [] get(long number) throws IOException {
    try {
      return map.get(number);
    } catch (MVStoreException e) {
      throw translated(e);
    } catch (RuntimeException e) {
      throw new DamagedException("a part of it cannot be read: " + e, e);
    }
  }

  /** Shows every record to a visitor. */
  void forEach(Visitor visitor) throws IOException {
    try {
      for (var entry : map.entrySet()) {
        if (entry.getKey() != HEAD) {
          visitor.visit(entry.getKey(), entry.getValue());
        }
      }
    } catch (MVStoreException e) {
      throw translated(e);
    } catch (RuntimeException e) {
      throw new DamagedException("a part of it cannot be read: " + e, e);
    }
  }

  /** Keeps a record, from the next {@link #commit} on. */
  void put(long number, byte[] record) throws IOException {
    try {
      map.put(number, record);
    } catch (MVStoreException e) {
      throw translated(e);
    }
  }

  /** Drops a record, from the next {@link #commit} on. */
  void remove(long number) throws IOException {
    try {
      map.remove(number);
    } catch (MVStoreException e) {
      throw translated(e);
    }
  }

  /** Hands what was put and removed to the operating system, all of it or nothing. */
  void commit(Head head) throws IOException {
    try {
      map.put(
          HEAD,
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(head.identity())
              .putLong(head.generation())
              .array());
      store.commit();
      if (store.isClosed()) {
        throw new IOException("it was closed");
      }
    } catch (MVStoreException e) {
      throw translated(e);
    } catch (RuntimeException e) {
      throw new IOException(e.toString(), e);
    }
  }

  /** Gives room back to the disk where the file is far larger than what it holds. */
  void compact(long liveBytes) throws IOException {
    if (Files.size(path) <= SPARSE * liveBytes + ROOM) {
      return;
    }
    try {
      store.compactFile(COMPACT_MILLIS);
    } catch (MVStoreException e) {
      throw translated(e);
    } catch (RuntimeException e) {
      throw new DamagedException("a part of it cannot be read: " + e, e);
    }
  }

  /** Closes it; what was not committed may be lost. */
  @Override
  public void close() {
    try {
      store.close();
    } catch (RuntimeException e) {
      store.closeImmediately();
    }
  }

  /** Closes it without writing anything. */
  void abandon() {
    store.closeImmediately();
  }
}
