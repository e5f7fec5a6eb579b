package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.InstanceUsage;
import headroom.results.ResourceUsage;
import headroom.results.ResourceUsage.EndedBy;
import headroom.results.ResourceUsage.Spot;
import headroom.results.Usage;
import headroom.results.Window;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds for the bill of any metered use. */
class ResourceLawsTest {

  private static final int SEEDS = 600;

  // What two halves may differ by: money is rounded once for each line and month.
  private static final BigDecimal ROUNDING = new BigDecimal("1e-9");

  @Test
  void moreUseNeverCostsLess() {
    forEach((any, usage) -> {
      BigDecimal before = BigDecimal.ZERO;
      for (int i = 1; i <= usage.resources().size(); i++) {
        BigDecimal after = total(only(usage.resources().subList(0, i)), any.window());
        assertTrue(after.add(ROUNDING).compareTo(before) >= 0, before + " then " + after);
        before = after;
      }
    });
  }

  /** Without tiers, minimum, or an hour that is begun in one half. */
  @Test
  void twoHalvesCostWhatTheWholeCosts() {
    forEach((any, usage) -> {
      Window whole = any.window();
      long middle = (whole.fromNanos() + whole.toNanos()) / 2 / Hours.NANOS * Hours.NANOS;
      if (middle <= whole.fromNanos()) {
        return;
      }
      List<ResourceUsage> even = usage.resources().stream()
          .filter(each -> !(each instanceof Spot) && !(each instanceof ResourceUsage.Queries))
          .filter(each -> !isCutInItsMinimum(each, middle))
          .toList();
      BigDecimal halves = total(only(even), new Window(whole.start(), whole.fromNanos(), middle))
          .add(total(only(even), new Window(whole.start(), middle, whole.toNanos())));
      BigDecimal difference = halves.subtract(total(only(even), whole)).abs();
      assertTrue(difference.compareTo(ROUNDING) < 0, difference::toString);
    });
  }

  /** The minute that hosts and volumes pay for at least belongs to the start. */
  private static boolean isCutInItsMinimum(ResourceUsage resource, long middle) {
    long from = -1;
    if (resource instanceof ResourceUsage.Host host) {
      from = host.fromNanos();
    } else if (resource instanceof ResourceUsage.Volume volume) {
      from = volume.fromNanos();
    }
    return from >= 0 && from < middle && from > middle - 60 * Uses.SECOND;
  }

  /** Counted again, second by second. */
  @Test
  void aSpotInstancePaysThePriceOfTheSecondOrHourItBegins() {
    forEach((any, usage) -> {
      for (ResourceUsage resource : usage.resources()) {
        if (resource instanceof Spot run && run.toNanos() - run.fromNanos() < 20 * Hours.NANOS) {
          BigDecimal wanted = plain(run, any.window(), any.book());
          BigDecimal found = total(only(List.of(run)), any.window());
          assertTrue(found.subtract(wanted).abs().compareTo(ROUNDING) < 0, run::toString);
        }
      }
    });
  }

  private static BigDecimal plain(Spot run, Window window, PriceBook book) {
    InstanceTimeRule rule = book.instanceTime(run.what().system());
    long ran = run.toNanos() - run.fromNanos();
    long grain = rule.per().toNanos();
    boolean interrupted = run.endedBy() == EndedBy.PROVIDER;
    if (interrupted && ran < Hours.NANOS) {
      return BigDecimal.ZERO;
    }
    BigDecimal hourly = LongStream.iterate(
            run.fromNanos(), unit -> unit < run.toNanos(), unit -> unit + grain)
        .filter(unit -> unit >= window.fromNanos() && unit < window.toNanos())
        .filter(unit -> !interrupted || grain < Hours.NANOS || unit + grain <= run.toNanos())
        .mapToObj(unit -> run.price().perHour(run.price().at(unit)))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .multiply(BigDecimal.valueOf(rule.per().toSeconds()));
    long units = (ran + grain - 1) / grain;
    long missing = ran == 0 || interrupted || run.fromNanos() < window.fromNanos()
        ? 0
        : rule.minimum().toSeconds() - units * rule.per().toSeconds();
    BigDecimal first = run.price().perHour(run.price().at(run.fromNanos()));
    return hourly
        .add(first.multiply(
            BigDecimal.valueOf(run.fromNanos() < window.toNanos() ? Math.max(0, missing) : 0)))
        .divide(BigDecimal.valueOf(3_600), 12, java.math.RoundingMode.HALF_EVEN);
  }

  @Test
  void nothingUsedCostsNothing() {
    assertEquals(0, total(only(List.of()), Uses.window(3_600)).signum());
  }

  private static BigDecimal total(Usage usage, Window window) {
    return Bill.of(usage, window, Books.OF_2026).total();
  }

  private static Usage only(List<ResourceUsage> resources) {
    return new Usage(new InstanceUsage.Builder().build(), List.of(), List.of(), resources);
  }

  private static void forEach(BiConsumer<AnyUsage, Usage> law) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Window window = AnyUsage.of(seed).window();
      SplittableRandom random = new SplittableRandom(-seed);
      Usage usage = only(AnyResources.of(random, window));
      try {
        law.accept(new AnyUsage(usage, window, Books.OF_2026), usage);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }
}
