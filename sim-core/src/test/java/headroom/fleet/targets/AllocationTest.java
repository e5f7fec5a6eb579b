package headroom.fleet.targets;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import headroom.ServiceBuilder;
import headroom.kernel.Event;
import headroom.kernel.Phase;
import headroom.policy.queueing.QueueDiscipline.AdaptiveLifo;
import headroom.policy.queueing.QueueDiscipline.CoDel;
import headroom.policy.queueing.QueueDiscipline.DeadlineAware;
import headroom.policy.queueing.QueueDiscipline.Lifo;
import headroom.random.Exponential;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server in its stride takes no memory for a request, whatever kind it is. */
@Isolated
class AllocationTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Stream<Named<ServiceBuilder>> services() {
    return Stream.of(
        Named.of("plain", service()),
        Named.of("sharing", service().sharing().contention(0.001, 0)),
        Named.of(
            "priorities",
            service()
                .requestClass("one", Optional.of(new Exponential(0.02)), 3)
                .requestClass("two", Optional.empty(), 1)),
        Named.of("last in, first out", service().discipline(new Lifo()).shedding(40, 5)),
        Named.of("adaptive", service().discipline(new AdaptiveLifo(10))),
        Named.of("CoDel", service().discipline(CoDel.DEFAULT)),
        Named.of("deadline-aware", service().discipline(new DeadlineAware())),
        Named.of(
            "serial section",
            service().serial(new Exponential(0.0005)).warmUp(3, Duration.ofHours(1))),
        Named.of("sharing and serial", service().sharing().serial(new Exponential(0.0005))));
  }

  private static ServiceBuilder service() {
    return new ServiceBuilder(4, 100, new Exponential(0.02));
  }

  /** 360/s where 400/s can be served: over 100,000 requests, less than a byte for each. */
  @ParameterizedTest
  @MethodSource("services")
  void aRequestTakesNoMemory(ServiceBuilder service) {
    try (Bench bench = new Bench(service, 2)) {
      Arrivals arrivals = new Arrivals(bench);
      bench.simulation.schedule(arrivals, 0, Phase.WORK);
      bench.until(200);
      long endedBefore = arrivals.ended;
      long before = THREADS.getCurrentThreadAllocatedBytes();
      bench.simulation.runUntil(500_000_000_000L);
      long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
      long requests = arrivals.ended - endedBefore;
      assertTrue(requests > 100_000, requests + " requests");
      assertTrue(bytes < requests, "allocated " + bytes + " B for " + requests + " requests");
    }
  }

  /** Jobs that are used again, one in eight of them given up at once, of classes 0 to 2 in turn. */
  private static final class Arrivals extends Event {

    private final Bench bench;
    private final int classes;
    private final SplittableRandom random = new SplittableRandom(1);
    private final ArrayDeque<Reused> idle = new ArrayDeque<>();
    private int sent;
    private long ended;

    Arrivals(Bench bench) {
      this.bench = bench;
      this.classes = bench.group.service().classes().size() + 1;
    }

    @Override
    protected void fire(long now) {
      Reused job = idle.isEmpty() ? new Reused() : idle.pop();
      job.begin(random.nextDouble(Double.MIN_NORMAL, 1), sent % classes, random.nextInt(8) == 0);
      if (bench.server(sent++ % 2).offer(job, now) != Offer.TAKEN) {
        idle.push(job);
      }
      bench.simulation.schedule(this, now + random.nextLong(2_000_000_000L / 360), Phase.WORK);
    }

    private final class Reused extends Job {

      private boolean abandoned;

      void begin(double luck, int number, boolean givenUp) {
        demandLuck = luck;
        requestClass = number;
        abandoned = givenUp;
      }

      @Override
      protected boolean isAbandoned() {
        return abandoned;
      }

      @Override
      protected void dropped(long now) {
        over();
      }

      @Override
      protected void served(long now) {
        over();
      }

      @Override
      protected void lost(long now) {
        over();
      }

      @Override
      protected void overdue(long now) {
        over();
      }

      private void over() {
        ended++;
        idle.push(this);
      }
    }
  }
}
