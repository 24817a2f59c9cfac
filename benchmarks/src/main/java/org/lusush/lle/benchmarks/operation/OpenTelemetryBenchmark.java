// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.benchmarks.operation;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** OpenTelemetry's histogram and span, with nothing that exports them. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OpenTelemetryBenchmark {

  private static final double SECONDS_PER_NANO = 1e-9;

  /** Makes the histograms keep what they get, and reads nothing. */
  private static final class IdleReader implements MetricReader {
    @Override
    public void register(CollectionRegistration registration) {}

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
      return AggregationTemporality.CUMULATIVE;
    }

    @Override
    public CompletableResultCode forceFlush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  /** Makes the spans keep what they get, and does nothing with them. */
  private static final class IdleProcessor implements SpanProcessor {
    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
      return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
      return true;
    }
  }

  private static final AttributeKey<String> COMPONENT = AttributeKey.stringKey("component");
  private static final AttributeKey<String> NAME = AttributeKey.stringKey("name");
  private static final AttributeKey<String> RESULT = AttributeKey.stringKey("result");
  private static final AttributeKey<Long> KEYSTROKE = AttributeKey.longKey("keystroke");
  private static final AttributeKey<Long> CONTEXT_SIZE = AttributeKey.longKey("context.size");

  /** The instruments. */
  @State(Scope.Benchmark)
  public static class Instruments {
    private final SdkMeterProvider meters =
        SdkMeterProvider.builder().registerMetricReader(new IdleReader()).build();
    private final SdkTracerProvider tracers =
        SdkTracerProvider.builder().addSpanProcessor(new IdleProcessor()).build();
    final DoubleHistogram histogram =
        meters.get("lle").histogramBuilder("operation").setUnit("s").build();
    final Tracer tracer = tracers.get("lle");

    @TearDown
    public void close() {
      meters.close();
      tracers.close();
    }
  }

  @Benchmark
  public int histogram(Work work, Instruments instruments) {
    long start = System.nanoTime();
    int result = work.step();
    instruments.histogram.record((System.nanoTime() - start) * SECONDS_PER_NANO);
    return result;
  }

  @Benchmark
  public int span(Work work, Instruments instruments) {
    var span = instruments.tracer.spanBuilder("syntax highlight").startSpan();
    int result = work.step();
    span.end();
    return result;
  }

  /**
   * As the documentation shows it, with what our event tells but the self time, which a span does
   * not know. Made current, since otherwise no span would be nested in it.
   */
  @Benchmark
  public int currentSpanOfTheSame(Work work, Instruments instruments) {
    var span = instruments.tracer.spanBuilder("syntax highlight").startSpan();
    try (var scope = span.makeCurrent()) {
      int result = work.step();
      span.setAttribute(COMPONENT, "syntax");
      span.setAttribute(NAME, RecorderBenchmark.NAME);
      span.setAttribute(RESULT, "success");
      span.setAttribute(KEYSTROKE, 1L);
      span.setAttribute(CONTEXT_SIZE, 0L);
      return result;
    } finally {
      span.end();
    }
  }
}
