package headroom.kernel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Our simulation alone: time and, with the gc profiler, bytes per event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 2, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1500m", "-Xmx1500m", "-XX:+UseParallelGC"})
public class EventQueueBenchmark {
  private static final int EVENTS = 10_000;

  @Param
  Increments.Pattern pattern = Increments.Pattern.EXPONENTIAL;

  @Param({"10", "1000", "100000", "1000000"})
  int pending;

  private OursContestant ours;

  @Setup
  public void fill() {
    var increments = new Increments(pattern, Increments.Draw.WITH_EACH_EVENT);
    ours = new OursContestant(increments, pending);
    ours.run(5L * pending);
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void events() {
    ours.run(EVENTS);
  }
}
