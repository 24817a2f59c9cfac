// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The comparators of {@link Comparator} that every report needs, but not serializable ones: those
 * the JVM cannot keep from one process to the next, and the first of them takes long to be made.
 *
 * @param <T> what is compared
 */
@FunctionalInterface
public interface Ordering<T> extends Comparator<T> {

  static <T> Ordering<T> comparingLong(ToLongFunction<? super T> key) {
    return (left, right) -> Long.compare(key.applyAsLong(left), key.applyAsLong(right));
  }

  static <T, K extends Comparable<? super K>> Ordering<T> comparing(
      Function<? super T, ? extends K> key) {
    return (left, right) -> key.apply(left).compareTo(key.apply(right));
  }

  @Override
  default Ordering<T> reversed() {
    return (left, right) -> compare(right, left);
  }

  @Override
  default Ordering<T> thenComparing(Comparator<? super T> other) {
    return (left, right) -> {
      int first = compare(left, right);
      return first == 0 ? other.compare(left, right) : first;
    };
  }

  @Override
  default Ordering<T> thenComparingLong(ToLongFunction<? super T> key) {
    return thenComparing(comparingLong(key));
  }

  @Override
  default <K extends Comparable<? super K>> Ordering<T> thenComparing(
      Function<? super T, ? extends K> key) {
    return thenComparing(comparing(key));
  }
}
