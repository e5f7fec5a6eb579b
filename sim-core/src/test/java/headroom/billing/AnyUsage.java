package headroom.billing;

import headroom.results.InstanceUsage;
import headroom.results.InstanceUsage.What;
import headroom.results.Usage;
import headroom.results.Usage.BalancerUsage;
import headroom.results.Usage.TransferUsage;
import headroom.results.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Usage of a generated run: odd starts, warm-ups that cut hours, short and long runs of instances,
 * idle and busy balancers, months that end; the same seed gives the same.
 */
record AnyUsage(Usage usage, Window window, PriceBook book) {

  private static final List<String> BALANCERS = List.of("application", "classic", "network");

  static AnyUsage of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean classic = random.nextInt(3) == 0;
    Window window = window(random);
    Usage usage = new Usage(
        runs(random, window, classic),
        classic ? List.of() : balancers(random, window),
        transfers(random, window),
        classic ? List.of() : AnyResources.of(random, window));
    return new AnyUsage(usage, window, classic ? Books.OF_2008 : Books.OF_2026);
  }

  private static Window window(SplittableRandom random) {
    long lasts = 1 + random.nextLong((random.nextBoolean() ? 200L : 5L) * Hours.NANOS);
    long warmUp = switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> lasts / Hours.NANOS / 2 * Hours.NANOS;
      case 2 -> lasts;
      default -> random.nextLong(lasts);
    };
    Instant monthEnd = Instant.parse("2026-07-30T00:00:00Z");
    return new Window(monthEnd.plusSeconds(random.nextLong(172_800)), warmUp, lasts);
  }

  private static InstanceUsage runs(SplittableRandom random, Window window, boolean classic) {
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    List<String> types = classic ? List.of("m1.small", "m1.large") : List.of("m5.large", "t3.nano");
    int[] kinds = IntStream.range(0, 4)
        .map(i -> runs.kind(new What(
            i < 2 ? "web" : "batch",
            types.get(i % 2),
            random.nextBoolean() ? "a" : "b",
            "on-demand",
            i == 0 && !classic ? "suse" : "linux")))
        .toArray();
    long end = window.toNanos();
    for (int i = random.nextInt(20); i > 0; i--) {
      long from = at(random, end);
      long longest = random.nextBoolean() ? 120 * Uses.SECOND : end;
      runs.add(kinds[random.nextInt(4)], from, Math.min(end, from + random.nextLong(longest + 1)));
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      runs.addOpen(kinds[random.nextInt(4)], at(random, end), end);
    }
    return runs.build();
  }

  /** An instant of the run; often time zero, a whole hour or near the end. */
  private static long at(SplittableRandom random, long end) {
    return switch (random.nextInt(5)) {
      case 0 -> 0;
      case 1 -> random.nextLong(end + 1) / Hours.NANOS * Hours.NANOS;
      case 2 -> Math.max(0, end - random.nextLong(90 * Uses.SECOND));
      default -> random.nextLong(end + 1);
    };
  }

  private static List<BalancerUsage> balancers(SplittableRandom random, Window window) {
    List<BalancerUsage> balancers = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      balancers.add(new BalancerUsage(
          "lb" + i,
          BALANCERS.get(random.nextInt(3)),
          hourly(random, window, 1e6),
          hourly(random, window, 1e5),
          hourly(random, window, 1e11),
          hourly(random, window, 1e7)));
    }
    return balancers;
  }

  private static List<TransferUsage> transfers(SplittableRandom random, Window window) {
    List<TransferUsage> transfers = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      double most = random.nextBoolean() ? 1e10 : 1e14;
      transfers.add(new TransferUsage(
          "groups.g" + i, hourly(random, window, most), hourly(random, window, 1e9)));
    }
    return transfers;
  }

  /** A value for each hour of the window, some of them zero, sometimes none recorded at all. */
  private static double[] hourly(SplittableRandom random, Window window, double most) {
    int hours = random.nextInt(8) == 0 ? 0 : Hours.count(window);
    return IntStream.range(0, hours)
        .mapToDouble(hour -> random.nextInt(3) == 0 ? 0 : Math.rint(random.nextDouble() * most))
        .map(value -> window.fromNanos() < window.toNanos() ? value : 0)
        .toArray();
  }
}
