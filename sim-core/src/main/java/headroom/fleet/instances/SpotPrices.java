package headroom.fleet.instances;

import headroom.random.Chance;
import headroom.supply.SpotPool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What the spot pools of each zone cost over a run; each zone has a course of its own. */
public final class SpotPrices {

  private final List<SpotPool> pools;
  private final Chance chance;
  private final long endNanos;
  private final Map<String, Optional<SpotQuote>> quotes = new LinkedHashMap<>();

  /** The courses of these pools up to the end of a run. */
  public SpotPrices(List<SpotPool> pools, Chance chance, long endNanos) {
    this.pools = List.copyOf(pools);
    this.chance = chance;
    this.endNanos = endNanos;
  }

  /** The pool of a type in a zone; empty where there are no spot instances. */
  public Optional<SpotQuote> quote(String type, String zone) {
    String name = type + ".zone-" + zone;
    return quotes.computeIfAbsent(
        name,
        any -> pools.stream().filter(pool -> pool.isOf(type, zone)).findFirst().map(pool -> {
          var all = chance.of("cloud", "spot-price");
          return new SpotQuote(pool, pool.path(all.of(name), all.of(type), endNanos));
        }));
  }

  /** Every pool that somebody has asked about and whose price moves, as "m5.large.zone-a". */
  public void moving(BiConsumer<String, SpotQuote> told) {
    quotes.forEach((name, quote) ->
        quote.filter(some -> some.path().size() > 1).ifPresent(some -> told.accept(name, some)));
  }
}
