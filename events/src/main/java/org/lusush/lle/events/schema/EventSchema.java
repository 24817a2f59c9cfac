// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.events.schema;

/**
 * Names of the event types and of their fields, for readers of recordings.
 *
 * <p>A reader uses these and loads no event class: the recording may come from another version,
 * whose events have other fields.
 */
public final class EventSchema {

  /** Version of the event types; a change of a field's meaning raises it. */
  public static final int VERSION = 1;

  /** Category of every event type here, as JDK tools and JMC show it. */
  public static final String CATEGORY = "Line Editor";

  /** Fields that the JVM adds to every event. */
  public static final class Common {
    public static final String START_TIME = "startTime";
    public static final String DURATION = "duration";
    public static final String EVENT_THREAD = "eventThread";

    private Common() {}
  }

  /** Fields of {@code lle.Keystroke}. */
  public static final class Keystroke {
    public static final String TYPE = "lle.Keystroke";
    public static final String KEYSTROKE_ID = "keystrokeId";
    public static final String KIND = "kind";
    public static final String WIDGET = "widget";
    public static final String RESULT = "result";
    public static final String INPUT_TIME = "inputTime";
    public static final String EDIT_TIME = "editTime";
    public static final String PAINT_TIME = "paintTime";
    public static final String WAITED = "waited";
    public static final String CHARACTERS = "characters";
    public static final String BUFFER_LENGTH = "bufferLength";
    public static final String PAINTS = "paints";

    private Keystroke() {}
  }

  /** Fields of {@code lle.Operation}. */
  public static final class Operation {
    public static final String TYPE = "lle.Operation";
    public static final String OPERATION = "operation";
    public static final String COMPONENT = "component";
    public static final String NAME = "name";
    public static final String RESULT = "result";
    public static final String KEYSTROKE_ID = "keystrokeId";
    public static final String SELF_TIME = "selfTime";
    public static final String CONTEXT_SIZE = "contextSize";

    private Operation() {}
  }

  /** Fields of {@code lle.CacheLookup}. */
  public static final class CacheLookup {
    public static final String TYPE = "lle.CacheLookup";
    public static final String CACHE = "cache";
    public static final String TIER = "tier";
    public static final String HIT = "hit";
    public static final String KEYSTROKE_ID = "keystrokeId";

    private CacheLookup() {}
  }

  /** Fields of {@code lle.PoolAllocation}. */
  public static final class PoolAllocation {
    public static final String TYPE = "lle.PoolAllocation";
    public static final String POOL = "pool";
    public static final String KIND = "kind";
    public static final String REUSED = "reused";
    public static final String SIZE = "size";
    public static final String KEYSTROKE_ID = "keystrokeId";

    private PoolAllocation() {}
  }

  /** Fields of {@code lle.OperationStatistics}. */
  public static final class OperationStatistics {
    public static final String TYPE = "lle.OperationStatistics";
    public static final String OPERATION = "operation";
    public static final String COMPONENT = "component";
    public static final String COUNT = "count";
    public static final String ERRORS = "errors";
    public static final String TOTAL_TIME = "totalTime";
    public static final String MINIMUM = "minimum";
    public static final String MEAN = "mean";
    public static final String MEDIAN = "median";
    public static final String P95 = "p95";
    public static final String P99 = "p99";
    public static final String P999 = "p999";
    public static final String MAXIMUM = "maximum";
    public static final String STANDARD_DEVIATION = "standardDeviation";
    public static final String CALLS = "calls";
    public static final String RATE = "rate";
    public static final String RELIABILITY = "reliability";
    public static final String CONSECUTIVE_SUCCESSES = "consecutiveSuccesses";
    public static final String TREND = "trend";

    private OperationStatistics() {}
  }

  /** Fields of {@code lle.LatencyHistogram}. */
  public static final class LatencyHistogram {
    public static final String TYPE = "lle.LatencyHistogram";
    public static final String OPERATION = "operation";
    public static final String COMPONENT = "component";
    public static final String INTERVAL = "interval";
    public static final String COUNT = "count";
    public static final String ERRORS = "errors";
    public static final String TOTAL_TIME = "totalTime";
    public static final String SELF_TIME = "selfTime";
    public static final String HISTOGRAM = "histogram";

    private LatencyHistogram() {}
  }

  /** Fields of {@code lle.ThresholdExceeded}. */
  public static final class ThresholdExceeded {
    public static final String TYPE = "lle.ThresholdExceeded";
    public static final String OPERATION = "operation";
    public static final String COMPONENT = "component";
    public static final String NAME = "name";
    public static final String LEVEL = "level";
    public static final String TOOK = "took";
    public static final String LIMIT = "limit";
    public static final String KEYSTROKE_ID = "keystrokeId";

    private ThresholdExceeded() {}
  }

  /** Fields of {@code lle.ProfilerOverhead}. */
  public static final class ProfilerOverhead {
    public static final String TYPE = "lle.ProfilerOverhead";
    public static final String MODE = "mode";
    public static final String SAMPLING_RATE = "samplingRate";
    public static final String PROFILED = "profiled";
    public static final String OVERHEAD_EACH = "overheadEach";
    public static final String OVERHEAD = "overhead";
    public static final String SHARE = "share";

    private ProfilerOverhead() {}
  }

  /** Fields of {@code lle.Session}. */
  public static final class Session {
    public static final String TYPE = "lle.Session";
    public static final String SHELL = "shell";
    public static final String EDITOR = "editor";
    public static final String RECORDER = "recorder";
    public static final String SCHEMA_VERSION = "schemaVersion";
    public static final String TERMINAL = "terminal";
    public static final String COLUMNS = "columns";
    public static final String ROWS = "rows";
    public static final String STARTED = "started";
    public static final String LINES = "lines";
    public static final String KEYSTROKES = "keystrokes";
    public static final String DROPPED = "dropped";
    public static final String FAILURES = "failures";

    private Session() {}
  }

  private EventSchema() {}
}
