// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.recorder.cache;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;
import org.lusush.lle.recorder.cache.disk.DiskSettings;
import org.lusush.lle.recorder.monitor.Ticker;

/**
 * How a cache is made. Immutable.
 *
 * <pre>{@code
 * var settings =
 *     CacheSettings.<String, List<String>>of("completions", 500)
 *         .expireAfterWrite(Duration.ofMinutes(5))
 *         .disk(DiskSettings.of(file, Codec.ofStrings(), names, 1 << 20))
 *         .build();
 * }</pre>
 *
 * @param <K> keys
 * @param <V> values
 */
public final class CacheSettings<K, V> {

  /** How many copies a thread may have, unless told otherwise. */
  private static final int NEAR_PLACES = 64;

  /** A near tier is to hold what is asked for most, so only a part of the next. */
  private static final int NEAR_SHARE = 4;

  private static final int FEWEST_PLACES = 4;

  /** In a smaller cache the near tier would hide from the next what is asked for most. */
  static final int FEWEST_FOR_NEAR = NEAR_SHARE * FEWEST_PLACES;

  private final String name;
  private final long maximumEntries;
  private final int nearPlaces;
  private final @Nullable Duration expireAfterWrite;
  private final @Nullable ToLongBiFunction<? super K, ? super V> weigher;
  private final long largestBytes;
  private final @Nullable DiskSettings<K, V> disk;
  private final @Nullable EvictionListener<? super K, ? super V> evictionListener;
  private final @Nullable Function<? super K, ? extends V> loader;
  private final Consumer<? super String> complaints;
  private final Ticker ticker;
  private final Executor executor;
  private final @Nullable EvictionPolicy policy;

  private CacheSettings(Builder<K, V> builder) {
    name = builder.name;
    maximumEntries = builder.maximumEntries;
    nearPlaces = builder.nearPlaces;
    expireAfterWrite = builder.expireAfterWrite;
    weigher = builder.weigher;
    largestBytes = builder.largestBytes;
    disk = builder.disk;
    evictionListener = builder.evictionListener;
    loader = builder.loader;
    complaints = builder.complaints;
    ticker = builder.ticker;
    executor = builder.executor;
    policy = builder.policy;
  }

  /**
   * Begins settings.
   *
   * @param name the cache's name in recordings and reports
   * @param maximumEntries how many entries it may hold in memory, over 0
   */
  public static <K, V> Builder<K, V> of(String name, long maximumEntries) {
    return new Builder<>(name, maximumEntries);
  }

  /** Returns the cache's name in recordings and reports. */
  public String name() {
    return name;
  }

  long maximumEntries() {
    return maximumEntries;
  }

  /** Returns how many copies each thread has room for: 0, or a power of two from 4 on. */
  int nearPlaces() {
    if (nearPlaces == 0) {
      return 0;
    }
    long most = Math.max(FEWEST_PLACES, Math.min(nearPlaces, maximumEntries / NEAR_SHARE));
    return Integer.highestOneBit((int) most);
  }

  boolean expires() {
    return expireAfterWrite != null;
  }

  /** Returns when a value ends that is made now, by the ticker, or {@link Entry#NEVER}. */
  long expiresNanos() {
    return expireAfterWrite == null ? Entry.NEVER : ticker.nanos() + expireAfterWrite.toNanos();
  }

  @Nullable ToLongBiFunction<? super K, ? super V> weigher() {
    return weigher;
  }

  long largestBytes() {
    return largestBytes;
  }

  @Nullable DiskSettings<K, V> disk() {
    return disk;
  }

  @Nullable EvictionListener<? super K, ? super V> evictionListener() {
    return evictionListener;
  }

  /** Returns whether values can be worked out before they are asked for. */
  public boolean hasLoader() {
    return loader != null;
  }

  @Nullable Function<? super K, ? extends V> loader() {
    return loader;
  }

  Consumer<? super String> complaints() {
    return complaints;
  }

  Ticker ticker() {
    return ticker;
  }

  Executor executor() {
    return executor;
  }

  /** Returns by what entries are given up, or null where the cache chooses. */
  @Nullable EvictionPolicy policy() {
    return policy;
  }

  /** Returns the time of day in milliseconds; by the ticker where that is not the system's. */
  LongSupplier millis() {
    return ticker == Ticker.system() ? System::currentTimeMillis : () -> ticker.nanos() / 1_000_000;
  }

  /**
   * Settings while they are made. Not thread-safe.
   *
   * @param <K> keys
   * @param <V> values
   */
  public static final class Builder<K, V> {
    private final String name;
    private final long maximumEntries;
    private int nearPlaces = NEAR_PLACES;
    private @Nullable Duration expireAfterWrite;
    private @Nullable ToLongBiFunction<? super K, ? super V> weigher;
    private long largestBytes = Long.MAX_VALUE;
    private @Nullable DiskSettings<K, V> disk;
    private @Nullable EvictionListener<? super K, ? super V> evictionListener;
    private @Nullable Function<? super K, ? extends V> loader;
    private Consumer<? super String> complaints = sentence -> {};
    private Ticker ticker = Ticker.system();
    private Executor executor = ForkJoinPool.commonPool();
    private @Nullable EvictionPolicy policy;

    private Builder(String name, long maximumEntries) {
      this.name = requireNonNull(name, "name");
      if (maximumEntries <= 0) {
        throw new IllegalArgumentException("maximumEntries must be over 0, was " + maximumEntries);
      }
      this.maximumEntries = maximumEntries;
    }

    /**
     * Sets how many copies each thread may have in its near tier: 0 for no such tier, 64 by
     * default; never more than a quarter of the entries, and rounded down to a power of two. Not
     * used while there may be fewer than 16 entries.
     */
    public Builder<K, V> nearPlaces(int places) {
      if (places < 0 || (places > 0 && places < FEWEST_PLACES)) {
        throw new IllegalArgumentException("nearPlaces must be 0, or 4 or more, was " + places);
      }
      nearPlaces = places;
      return this;
    }

    /** Has values end some time after they were put in or worked out, over 0; never by default. */
    public Builder<K, V> expireAfterWrite(Duration time) {
      requireNonNull(time, "time");
      if (time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException("expireAfterWrite must be over 0, was " + time);
      }
      expireAfterWrite = time;
      return this;
    }

    /**
     * Tells how many bytes a value takes, for the figures, and the most that a value in memory may
     * take: a larger one goes to the disk alone, if there is one and it takes it.
     *
     * @param weigher returns at least 0; what it throws is counted, and the value taken for 0 bytes
     */
    public Builder<K, V> weigher(
        ToLongBiFunction<? super K, ? super V> weigher, long largestBytes) {
      this.weigher = requireNonNull(weigher, "weigher");
      if (largestBytes <= 0) {
        throw new IllegalArgumentException("largestBytes must be over 0, was " + largestBytes);
      }
      this.largestBytes = largestBytes;
      return this;
    }

    /**
     * Keeps values on disk, too, once they have been asked for a second time, and if they are not
     * too large for it.
     */
    public Builder<K, V> disk(DiskSettings<K, V> disk) {
      this.disk = requireNonNull(disk, "disk");
      return this;
    }

    /** Has a listener told of entries that are given up. */
    public Builder<K, V> evictionListener(EvictionListener<? super K, ? super V> listener) {
      evictionListener = requireNonNull(listener, "listener");
      return this;
    }

    /** Sets what works values out in advance, see {@link EditorCache#prefetch}. */
    public Builder<K, V> loader(Function<? super K, ? extends V> loader) {
      this.loader = requireNonNull(loader, "loader");
      return this;
    }

    /**
     * Has someone told, in one sentence each, of faults that cost the cache its tier on disk, on
     * any thread. By default they stand in the {@link CacheStatistics} alone, since a terminal is
     * the user's.
     */
    public Builder<K, V> complaints(Consumer<? super String> complaints) {
      this.complaints = requireNonNull(complaints, "complaints");
      return this;
    }

    /** Sets the clock that expiry goes by. */
    public Builder<K, V> ticker(Ticker ticker) {
      this.ticker = requireNonNull(ticker, "ticker");
      return this;
    }

    /**
     * Sets what chooses the policy, evicts entries where that is W-TinyLFU, and tells the listener
     * of evictions: the common pool by default, but a thread that answers a key evicts by itself.
     * With {@code Runnable::run} all that is done before an insertion returns.
     */
    public Builder<K, V> executor(Executor executor) {
      this.executor = requireNonNull(executor, "executor");
      return this;
    }

    /**
     * Sets by what entries are given up. By default the cache chooses, by what each policy would
     * hit; one whose size is tuned goes by {@link EvictionPolicy#TINY_LFU}.
     */
    public Builder<K, V> policy(EvictionPolicy policy) {
      this.policy = requireNonNull(policy, "policy");
      return this;
    }

    /** Returns the settings. */
    public CacheSettings<K, V> build() {
      return new CacheSettings<>(this);
    }
  }
}
