// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * Methods that JVMs counted and timed the calls of. Immutable; what is said of one JVM at several
 * times counts once, and JVMs add up.
 *
 * @param jvms what each JVM said last
 * @param leftOut how many methods of a JVM were left out at least, those of the least time
 */
public record TimedMethods(List<OfJvm> jvms, long leftOut) {

  /** Methods of a JVM that are kept at most. */
  public static final int MAX_METHODS = 1_000;

  /** Methods of all JVMs together that are kept at most, but for one of each. */
  private static final int MAX_IN_ALL = 50_000;

  private static final Ordering<TimedMethod> MOST_TIME_FIRST =
      Ordering.comparingLong(TimedMethod::totalNanos)
          .thenComparingLong(TimedMethod::calls)
          .reversed()
          .thenComparing(TimedMethod::name);

  /** Creates methods of JVMs, as many as are kept. */
  public TimedMethods {
    int most = Math.max(1, Math.min(MAX_METHODS, MAX_IN_ALL / Math.max(1, jvms.size())));
    for (OfJvm jvm : jvms) {
      leftOut = Math.max(leftOut, jvm.methods.size() - most);
    }
    jvms = jvms.stream().map(jvm -> jvm.first(most)).toList();
  }

  /** Returns what one JVM said. */
  public static TimedMethods of(OfJvm jvm) {
    return new TimedMethods(List.of(jvm), 0);
  }

  /**
   * The methods of one JVM.
   *
   * @param pid number of its process, which others have had, or 0 where nobody says
   * @param startNanos when it started, in nanoseconds since the epoch, or 0
   */
  public record OfJvm(long pid, long startNanos, List<TimedMethod> methods) {
    public OfJvm {
      methods = List.copyOf(methods);
    }

    private boolean isOf(OfJvm other) {
      return pid == other.pid && startNanos == other.startNanos;
    }

    private OfJvm plus(OfJvm other) {
      return new OfJvm(
          pid, startNanos, byName(List.of(methods, other.methods), TimedMethod::orMore));
    }

    private OfJvm first(int most) {
      return methods.size() <= most
          ? this
          : new OfJvm(
              pid, startNanos, methods.stream().sorted(MOST_TIME_FIRST).limit(most).toList());
    }
  }

  public TimedMethods plus(TimedMethods other) {
    List<OfJvm> sum = new ArrayList<>(jvms);
    for (OfJvm added : other.jvms) {
      int known = indexOf(sum, added);
      if (known < 0) {
        sum.add(added);
      } else {
        sum.set(known, sum.get(known).plus(added));
      }
    }
    return new TimedMethods(sum, Math.max(leftOut, other.leftOut));
  }

  /** Looks from the end, since the chunks of a JVM follow one another. */
  private static int indexOf(List<OfJvm> jvms, OfJvm jvm) {
    int index = jvms.size() - 1;
    while (index >= 0 && !jvms.get(index).isOf(jvm)) {
      index--;
    }
    return index;
  }

  /** Returns the methods of all JVMs, those of the most time first. */
  public List<TimedMethod> all() {
    List<List<TimedMethod>> each = jvms.stream().map(OfJvm::methods).toList();
    return byName(each, TimedMethod::plus).stream().sorted(MOST_TIME_FIRST).toList();
  }

  private static List<TimedMethod> byName(
      Collection<List<TimedMethod>> lists, BinaryOperator<TimedMethod> plus) {
    Map<String, TimedMethod> byName = new LinkedHashMap<>();
    lists.forEach(list -> list.forEach(method -> byName.merge(method.name(), method, plus)));
    return List.copyOf(byName.values());
  }
}
