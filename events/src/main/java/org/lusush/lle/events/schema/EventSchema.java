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
    public static final String CPU_TIME = "cpuTime";

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

  /** Fields of {@code lle.CacheInsert}. */
  public static final class CacheInsert {
    public static final String TYPE = "lle.CacheInsert";
    public static final String CACHE = "cache";
    public static final String TIER = "tier";
    public static final String SIZE = "size";
    public static final String KEYSTROKE_ID = "keystrokeId";

    private CacheInsert() {}
  }

  /** Fields of {@code lle.CacheEviction}. */
  public static final class CacheEviction {
    public static final String TYPE = "lle.CacheEviction";
    public static final String CACHE = "cache";
    public static final String TIER = "tier";
    public static final String REASON = "reason";
    public static final String SIZE = "size";

    private CacheEviction() {}
  }

  /** Fields of {@code lle.CachePromotion}. */
  public static final class CachePromotion {
    public static final String TYPE = "lle.CachePromotion";
    public static final String CACHE = "cache";
    public static final String FROM_TIER = "fromTier";
    public static final String TO_TIER = "toTier";
    public static final String KEYSTROKE_ID = "keystrokeId";

    private CachePromotion() {}
  }

  /** Fields of {@code lle.CacheInvalidation}. */
  public static final class CacheInvalidation {
    public static final String TYPE = "lle.CacheInvalidation";
    public static final String CACHE = "cache";
    public static final String SCOPE = "scope";
    public static final String ENTRIES = "entries";
    public static final String KEYSTROKE_ID = "keystrokeId";

    private CacheInvalidation() {}
  }

  /** Fields of {@code lle.CachePrefetch}. */
  public static final class CachePrefetch {
    public static final String TYPE = "lle.CachePrefetch";
    public static final String CACHE = "cache";
    public static final String RESULT = "result";

    private CachePrefetch() {}
  }

  /** Fields of {@code lle.CacheStatistics}. */
  public static final class CacheStatistics {
    public static final String TYPE = "lle.CacheStatistics";
    public static final String CACHE = "cache";
    public static final String TIER = "tier";
    public static final String ENTRIES = "entries";
    public static final String MAXIMUM_ENTRIES = "maximumEntries";
    public static final String SIZE = "size";
    public static final String HITS = "hits";
    public static final String MISSES = "misses";
    public static final String HIT_RATE = "hitRate";
    public static final String INSERTIONS = "insertions";
    public static final String EVICTIONS = "evictions";
    public static final String INVALIDATIONS = "invalidations";
    public static final String PROMOTIONS = "promotions";
    public static final String PREFETCHES = "prefetches";
    public static final String PREFETCHES_USED = "prefetchesUsed";
    public static final String LOOKUP_TIME = "lookupTime";
    public static final String INSERT_TIME = "insertTime";
    public static final String LOAD_TIME = "loadTime";
    public static final String FAILURES = "failures";

    private CacheStatistics() {}
  }

  /** Fields of {@code lle.PoolRelease}. */
  public static final class PoolRelease {
    public static final String TYPE = "lle.PoolRelease";
    public static final String POOL = "pool";
    public static final String KIND = "kind";
    public static final String KEPT = "kept";
    public static final String SIZE = "size";
    public static final String KEYSTROKE_ID = "keystrokeId";

    private PoolRelease() {}
  }

  /** Fields of {@code lle.PoolGrowth}. */
  public static final class PoolGrowth {
    public static final String TYPE = "lle.PoolGrowth";
    public static final String POOL = "pool";
    public static final String KIND = "kind";
    public static final String FROM_CAPACITY = "fromCapacity";
    public static final String TO_CAPACITY = "toCapacity";
    public static final String REASON = "reason";

    private PoolGrowth() {}
  }

  /** Fields of {@code lle.PoolLeak}. */
  public static final class PoolLeak {
    public static final String TYPE = "lle.PoolLeak";
    public static final String POOL = "pool";
    public static final String KIND = "kind";
    public static final String SIZE = "size";

    private PoolLeak() {}
  }

  /** Fields of {@code lle.PoolStatistics}. */
  public static final class PoolStatistics {
    public static final String TYPE = "lle.PoolStatistics";
    public static final String POOL = "pool";
    public static final String KIND = "kind";
    public static final String CAPACITY = "capacity";
    public static final String OBJECT_SIZE = "objectSize";
    public static final String TAKES = "takes";
    public static final String REUSED = "reused";
    public static final String REUSE_SHARE = "reuseShare";
    public static final String RETURNS = "returns";
    public static final String DROPPED = "dropped";
    public static final String DOUBLE_RETURNS = "doubleReturns";
    public static final String LEAKS = "leaks";
    public static final String IN_USE = "inUse";
    public static final String PEAK_IN_USE = "peakInUse";
    public static final String POOLED = "pooled";
    public static final String FRAGMENTATION = "fragmentation";

    private PoolStatistics() {}
  }

  /** Fields of {@code lle.AllocationPattern}. */
  public static final class AllocationPattern {
    public static final String TYPE = "lle.AllocationPattern";
    public static final String NAME = "name";
    public static final String SIZE = "size";
    public static final String COUNT = "count";
    public static final String SHARE = "share";
    public static final String INTERVAL = "interval";
    public static final String RECOMMENDATION = "recommendation";
    public static final String EVIDENCE = "evidence";

    private AllocationPattern() {}
  }

  /** Fields of {@code lle.ResourceUsage}. */
  public static final class ResourceUsage {
    public static final String TYPE = "lle.ResourceUsage";
    public static final String PROCESS_CPU = "processCpu";
    public static final String MACHINE_CPU = "machineCpu";
    public static final String PROCESSORS = "processors";
    public static final String THROTTLED_TIME = "throttledTime";
    public static final String THREADS = "threads";
    public static final String HEAP_USED = "heapUsed";
    public static final String HEAP_MAXIMUM = "heapMaximum";
    public static final String RESIDENT = "resident";
    public static final String PEAK_RESIDENT = "peakResident";
    public static final String MEMORY_LIMIT = "memoryLimit";
    public static final String MEMORY_AVAILABLE = "memoryAvailable";
    public static final String DISK_READ = "diskRead";
    public static final String DISK_WRITTEN = "diskWritten";
    public static final String NETWORK_RECEIVED = "networkReceived";
    public static final String NETWORK_SENT = "networkSent";
    public static final String SOURCE = "source";

    private ResourceUsage() {}
  }

  /** Fields of {@code lle.ResourcePressure}. */
  public static final class ResourcePressure {
    public static final String TYPE = "lle.ResourcePressure";
    public static final String RESOURCE = "resource";
    public static final String FROM_LEVEL = "fromLevel";
    public static final String TO_LEVEL = "toLevel";
    public static final String VALUE = "value";
    public static final String SOURCE = "source";

    private ResourcePressure() {}
  }

  /** Fields of {@code lle.ResourceForecast}. */
  public static final class ResourceForecast {
    public static final String TYPE = "lle.ResourceForecast";
    public static final String RESOURCE = "resource";
    public static final String HORIZON = "horizon";
    public static final String CURRENT = "current";
    public static final String PREDICTED = "predicted";
    public static final String ERROR = "error";
    public static final String PERSISTENCE_ERROR = "persistenceError";
    public static final String FORECASTS = "forecasts";

    private ResourceForecast() {}
  }

  /** Fields of {@code lle.Throttle}. */
  public static final class Throttle {
    public static final String TYPE = "lle.Throttle";
    public static final String ACTION = "action";
    public static final String FROM = "from";
    public static final String TO = "to";
    public static final String REASON = "reason";

    private Throttle() {}
  }

  /** Fields of {@code lle.TuningDecision}. */
  public static final class TuningDecision {
    public static final String TYPE = "lle.TuningDecision";
    public static final String DECISION_ID = "decisionId";
    public static final String TUNER = "tuner";
    public static final String SUBJECT = "subject";
    public static final String PARAMETER = "parameter";
    public static final String FROM = "from";
    public static final String TO = "to";
    public static final String REASON = "reason";
    public static final String METRIC = "metric";
    public static final String BEFORE = "before";
    public static final String PREDICTED = "predicted";
    public static final String OBSERVED = "observed";
    public static final String OUTCOME = "outcome";

    private TuningDecision() {}
  }

  /** Fields of {@code lle.MissRatioCurve}. */
  public static final class MissRatioCurve {
    public static final String TYPE = "lle.MissRatioCurve";
    public static final String CURVE_ID = "curveId";
    public static final String CACHE = "cache";
    public static final String ENTRIES = "entries";
    public static final String MISS_RATIO = "missRatio";
    public static final String ENTRIES_NOW = "entriesNow";
    public static final String LOOKUPS = "lookups";

    private MissRatioCurve() {}
  }

  /** Fields of {@code lle.TargetStatus}. */
  public static final class TargetStatus {
    public static final String TYPE = "lle.TargetStatus";
    public static final String TARGET = "target";
    public static final String VALUE = "value";
    public static final String LIMIT = "limit";
    public static final String WARNING = "warning";
    public static final String MAXIMUM = "maximum";
    public static final String STATUS = "status";
    public static final String ADAPTIVE = "adaptive";
    public static final String SAMPLES = "samples";

    private TargetStatus() {}
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
