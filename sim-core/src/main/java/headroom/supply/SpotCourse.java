package headroom.supply;

import headroom.random.Stream;
import headroom.results.PricePath;
import java.math.BigDecimal;

/** How the price of a spot pool goes on over a run. */
public sealed interface SpotCourse permits WanderingPrice, RecordedPrice {

  /**
   * The prices of one zone's pool.
   *
   * @param price USD an hour, as the pool says it
   * @param luck of this pool in this zone
   * @param ofAllZones luck of this pool's type in all zones together
   * @param endNanos when the run ends
   */
  PricePath path(BigDecimal price, Stream luck, Stream ofAllZones, long endNanos);
}
