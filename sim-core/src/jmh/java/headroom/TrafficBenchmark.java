package headroom;

import headroom.policy.retry.Backoff;
import headroom.policy.retry.ExponentialBackoff;
import headroom.policy.retry.Jitter;
import headroom.policy.retry.Retry;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.policy.routing.RoundRobin;
import headroom.policy.routing.RoutingPolicy;
import headroom.random.Chance;
import headroom.random.Exponential;
import headroom.random.Stream;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.workload.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The request path against a bare loop: an M/M/50 at load 0.8 through balancer, instances,
 * histogram and recorder, and the same queue as a primitive heap and a ring with nothing around it.
 *
 * <p>All variants alternate within one run, with the same random numbers and the same logarithm;
 * medians of the rounds are compared.
 */
public final class TrafficBenchmark {

  private static final int WARM_UP_ROUNDS = 3;
  private static final double SERVICE_SECONDS = 0.1;
  private static final int BARE_5000 = 7;

  private record Variant(String name, int against, LongSupplier requests, List<Double> rates) {}

  private TrafficBenchmark() {}

  public static void main(String[] args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 9;
    Client none = new Client(Optional.empty());
    Client patient = new Client(Optional.of(Duration.ofSeconds(1)));
    Client again = tryingAgain(Duration.ofSeconds(1));
    List<Variant> variants = List.of(
        bare("bare M/M/50", 50),
        ours("round robin", 0, 10, 5, new RoundRobin(), none),
        ours("least outstanding", 0, 10, 5, new LeastOutstandingRequests(), none),
        ours("round robin, timeout", 0, 10, 5, new RoundRobin(), patient),
        ours("least outstanding, timeout", 0, 10, 5, new LeastOutstandingRequests(), patient),
        ours("round robin, timeout, retry", 0, 10, 5, new RoundRobin(), again),
        ours("least outst., timeout, retry", 0, 10, 5, new LeastOutstandingRequests(), again),
        bare("bare M/M/5000", 5000),
        ours(
            "least outstanding of 1,000",
            BARE_5000,
            1000,
            5,
            new LeastOutstandingRequests(),
            none));
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      for (Variant variant : variants) {
        long started = System.nanoTime();
        long requests = variant.requests().getAsLong();
        double rate = requests / ((System.nanoTime() - started) / 1e9);
        if (round >= 0) {
          variant.rates().add(rate);
        }
      }
    }
    for (Variant variant : variants) {
      double base = median(variants.get(variant.against()).rates());
      System.out.printf(
          Locale.ROOT,
          "%-28s %6.2f M requests/s  %.2f of %s%n",
          variant.name(),
          median(variant.rates()) / 1e6,
          median(variant.rates()) / base,
          variants.get(variant.against()).name());
    }
  }

  private static double median(List<Double> rates) {
    double[] sorted = rates.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** A timeout, and one retry after a jittered wait. */
  private static Client tryingAgain(Duration timeout) {
    Backoff backoff =
        new ExponentialBackoff(Duration.ofMillis(100), Duration.ofSeconds(2), 2, Jitter.FULL);
    return new Client(
        Optional.of(timeout),
        Optional.empty(),
        Optional.of(new Retry(2, backoff, Optional.empty(), Retry.DEFAULT_ON)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  private static Variant bare(String name, int workers) {
    return new Variant(
        name,
        name.endsWith("5000") ? BARE_5000 : 0,
        () -> BareQueue.run(workers, 2_000_000),
        new ArrayList<>());
  }

  private static Variant ours(
      String name, int against, int instances, int workers, RoutingPolicy routing, Client client) {
    double rate = 0.8 * instances * workers / SERVICE_SECONDS;
    LoadBalancer balancer = LoadBalancer.of("lb", LoadBalancer.Type.APPLICATION, "web")
        .routing(routing)
        .draining(Duration.ZERO)
        .build();
    ScenarioBuilder builder = new ScenarioBuilder()
        .rate(rate)
        .size(instances)
        .workers(workers)
        .time(new Exponential(SERVICE_SECONDS))
        .behind(balancer)
        .client(client)
        .lasts(Duration.ofMillis((long) (2_000_000 / rate * 1000)));
    Scenario scenario = builder.build();
    return new Variant(
        name,
        against,
        () -> Engine.run(scenario, 1).figure("requests.offered").orElseThrow().longValue(),
        new ArrayList<>());
  }

  /** A primitive 4-ary heap of departure times, a ring of waiting arrivals, nothing around it. */
  private static final class BareQueue {

    private final double[] heap;
    private int size;

    private BareQueue(int workers) {
      heap = new double[workers];
    }

    static long run(int workers, long requests) {
      BareQueue departures = new BareQueue(workers);
      Stream arrivals = new Chance(1).of("bare", "arrivals");
      Stream demands = new Chance(1).of("bare", "demand");
      double gap = SERVICE_SECONDS / (0.8 * workers);
      double[] ring = new double[1 << 16];
      int head = 0;
      int waiting = 0;
      double sojourn = 0;
      double nextArrival = 0;
      for (long k = 0, served = 0; k < requests; ) {
        if (departures.size > 0 && departures.heap[0] <= nextArrival) {
          double now = departures.pop();
          if (waiting > 0) {
            double arrived = ring[head];
            head = (head + 1) & (ring.length - 1);
            waiting--;
            double demand = -SERVICE_SECONDS * StrictMath.log(demands.at(served++));
            departures.push(now + demand);
            sojourn += now + demand - arrived;
          }
        } else {
          double now = nextArrival;
          if (departures.size < workers) {
            double demand = -SERVICE_SECONDS * StrictMath.log(demands.at(served++));
            departures.push(now + demand);
            sojourn += demand;
          } else {
            ring[(head + waiting++) & (ring.length - 1)] = now;
          }
          nextArrival = now - gap * StrictMath.log(arrivals.at(k++));
        }
      }
      if (Double.isNaN(sojourn)) {
        throw new IllegalStateException("the loop was optimised away");
      }
      return requests;
    }

    private void push(double time) {
      int at = size++;
      while (at > 0 && heap[(at - 1) >> 2] > time) {
        heap[at] = heap[(at - 1) >> 2];
        at = (at - 1) >> 2;
      }
      heap[at] = time;
    }

    private double pop() {
      double top = heap[0];
      double last = heap[--size];
      int at = 0;
      while (4 * at + 1 < size) {
        int child = 4 * at + 1;
        int end = Math.min(child + 4, size);
        int least = child;
        for (int c = child + 1; c < end; c++) {
          least = heap[c] < heap[least] ? c : least;
        }
        if (heap[least] >= last) {
          break;
        }
        heap[at] = heap[least];
        at = least;
      }
      heap[at] = last;
      return top;
    }
  }
}
