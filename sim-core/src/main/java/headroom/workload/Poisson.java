package headroom.workload;

import headroom.math.Elementary;

/** Requests of many independent senders: gaps are exponential. */
public record Poisson() implements Arrivals {

  @Override
  public Gaps gaps() {
    return (ordinal, luck) -> -Elementary.log(luck.at(ordinal));
  }
}
