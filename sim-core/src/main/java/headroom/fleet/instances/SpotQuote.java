package headroom.fleet.instances;

import headroom.results.PricePath;
import headroom.supply.SpotPool;
import java.math.BigDecimal;
import java.util.Optional;

/** A spot pool in one zone during a run: its rule, and what it costs at every moment of it. */
public final class SpotQuote {

  /** A moment after every run. */
  static final long NEVER = Long.MAX_VALUE;

  private final SpotPool pool;
  private final PricePath path;
  // The last answer, as whoever asks mostly bids the same and a little later.
  private Optional<BigDecimal> askedFor = Optional.empty();
  private int askedFrom;
  private int found;

  SpotQuote(SpotPool pool, PricePath path) {
    this.pool = pool;
    this.path = path;
  }

  SpotPool pool() {
    return pool;
  }

  PricePath path() {
    return path;
  }

  /** USD an hour. */
  public BigDecimal priceAt(long now) {
    return path.perHour(path.at(now));
  }

  /** The most that somebody pays here: the bid, else the price on demand; empty for any price. */
  Optional<BigDecimal> most(Optional<BigDecimal> bid) {
    return bid.or(pool::onDemand);
  }

  /** The first moment from now on at which it costs more than that. */
  long risesAbove(BigDecimal most, long now) {
    int from = path.at(now);
    boolean known = askedFor.isPresent()
        && askedFor.get().compareTo(most) == 0
        && askedFrom <= from
        && from <= found;
    if (!known) {
      askedFor = Optional.of(most);
      askedFrom = from;
      found = from;
      while (found < path.size() && path.perHour(found).compareTo(most) <= 0) {
        found++;
      }
    }
    if (found == path.size()) {
      return NEVER;
    }
    return Math.max(now, found == from ? now : path.fromNanos(found));
  }
}
