package headroom.billing;

import headroom.results.InstanceUsage.What;
import headroom.results.PricePath;
import headroom.results.ResourceUsage;
import headroom.results.ResourceUsage.EndedBy;
import headroom.results.Window;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Generated use of everything that is neither an instance on demand nor a load balancer. */
final class AnyResources {

  private static final int KINDS = 13;

  private final SplittableRandom random;
  private final Window window;

  private AnyResources(SplittableRandom random, Window window) {
    this.random = random;
    this.window = window;
  }

  static List<ResourceUsage> of(SplittableRandom random, Window window) {
    AnyResources any = new AnyResources(random, window);
    return Stream.generate(any::one).limit(random.nextInt(12)).toList();
  }

  private ResourceUsage one() {
    long from = random.nextLong(window.toNanos() + 1);
    long to = from + random.nextLong(window.toNanos() - from + 1);
    String owner = "groups.g" + random.nextInt(3);
    return switch (random.nextInt(KINDS)) {
      case 0, 1 -> spot(from, to);
      case 2 ->
        new ResourceUsage.Burst(
            what("on-demand", "t3.nano"), from, to, random.nextBoolean(), 6, hours(20));
      case 3 -> volume(owner, from, to);
      case 4 -> new ResourceUsage.Snapshot(owner, random.nextLong(1 << 20), from, to);
      case 5 ->
        new ResourceUsage.Address(owner, "a", random.nextBoolean(), random.nextBoolean(), from, to);
      case 6 -> new ResourceUsage.Gateway("nat.a", "a", from, to, hours(1e11));
      case 7 -> new ResourceUsage.BetweenZones(owner, "a", "groups.db", "b", hours(1e11));
      case 8 -> new ResourceUsage.BetweenRegions(owner, "us-east-2", hours(1e11));
      case 9 -> new ResourceUsage.Queries("dns.www", "standard", hours(1e9));
      case 10 -> new ResourceUsage.Alarm("alarms.a", 1 + random.nextInt(3), false, from, to);
      case 11 ->
        new ResourceUsage.Handled(owner, "groups.g1", hours(1e9), hours(1e11), hours(1e11));
      default -> new ResourceUsage.Host("hosts.h", "c5", "a", from, to);
    };
  }

  private ResourceUsage spot(long from, long to) {
    TreeSet<Long> moments = new TreeSet<>(List.of(0L));
    random.longs(random.nextInt(5), 0, window.toNanos() + 1).forEach(moments::add);
    BigDecimal[] prices = IntStream.range(0, moments.size())
        .mapToObj(i -> BigDecimal.valueOf(1 + random.nextInt(5), 3))
        .toArray(BigDecimal[]::new);
    PricePath path = new PricePath(moments.stream().mapToLong(Long::longValue).toArray(), prices);
    EndedBy endedBy = random.nextBoolean() ? EndedBy.PROVIDER : EndedBy.CUSTOMER;
    String type = random.nextBoolean() ? "m5.large" : "c5.xlarge";
    return new ResourceUsage.Spot(what("spot", type), from, to, endedBy, path);
  }

  private What what(String purchase, String type) {
    return new What("g", type, "a", purchase, random.nextInt(4) == 0 ? "suse" : "linux");
  }

  private ResourceUsage volume(String owner, long from, long to) {
    String kind = List.of("gp2", "gp3", "io1", "io2").get(random.nextInt(4));
    return new ResourceUsage.Volume(
        owner,
        "a",
        kind,
        1 + random.nextInt(1_000),
        random.nextInt(70_000),
        random.nextInt(500),
        from,
        to);
  }

  /** What is recorded by the hour is recorded from the end of the warm-up on. */
  private double[] hours(double most) {
    int hours = window.fromNanos() < window.toNanos() ? Hours.count(window) : 0;
    return IntStream.range(0, hours)
        .mapToDouble(hour -> random.nextInt(3) == 0 ? 0 : Math.rint(random.nextDouble() * most))
        .toArray();
  }
}
