package headroom.billing;

import java.util.Comparator;

/**
 * A use of one metered thing: either an amount held from one moment to another, or counts by hour.
 *
 * @param line what and whose it is
 * @param amount how much was held at once; 0 when it was counted
 * @param fromNanos when it began to be held
 * @param toNanos when it ended to be held
 * @param counts how many in each hour since the run's start; empty when it was held
 */
record Metered(Line line, long amount, long fromNanos, long toNanos, double[] counts) {

  /** Uses with the same meter and resource are one line of a bill. */
  record Line(String meter, Resource resource) {

    static final Comparator<Line> ORDER = Comparator.comparing(Line::meter)
        .thenComparing(line -> line.resource().name())
        .thenComparing(line -> line.resource().zone())
        .thenComparing(line -> line.resource().type());
  }

  private static final double[] NOTHING = {};

  static Metered held(String meter, Resource resource, long amount, long from, long to) {
    return new Metered(new Line(meter, resource), amount, from, to, NOTHING);
  }

  static Metered counted(String meter, Resource resource, double[] counts) {
    return new Metered(new Line(meter, resource), 0, 0, 0, counts);
  }
}
