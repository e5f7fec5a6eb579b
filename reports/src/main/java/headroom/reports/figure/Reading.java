package headroom.reports.figure;

import headroom.results.Metric;
import headroom.statistics.Estimate;

/**
 * An estimate in words, with the digits that its interval supports, and no more than mean something
 * ({@link Numbers#mostDecimals}): half an interval smaller than the last of them is rounded up to it.
 *
 * @param value the mean: {@code 1,234 USD}
 * @param interval its interval: {@code 1,222 to 1,246 USD}; {@code at most 3.1}
 * @param both the two in one: {@code 1,234 ± 12 USD}
 */
public record Reading(String value, String interval, String both) {

  private static final double ROUNDING = 1e-12;

  /** Reads an estimate in the unit that suits its size. */
  public static Reading of(Estimate estimate) {
    return of(estimate, Form.of(estimate.metric()), 1);
  }

  /** Reads an estimate times {@code factor}, which turns it into a number of {@code form}. */
  public static Reading of(Estimate estimate, Form form, double factor) {
    return read(possible(estimate, form), form, factor);
  }

  // Student's interval knows nothing of what cannot be: a share ends at 0 and 1, all but money at
  // 0.
  private static Estimate possible(Estimate all, Form form) {
    boolean isCut = all.basis() != Estimate.Basis.SINGLE && form != Form.MONEY && all.mean() >= 0;
    if (!isCut) {
      return all;
    }
    boolean isPart = form == Form.SHARE && all.mean() <= 1 && !Form.isEndless(all.metric());
    double most = isPart ? 1 : Double.POSITIVE_INFINITY;
    return new Estimate(
        all.metric(),
        all.mean(),
        Math.max(0, all.low()),
        Math.min(most, all.high()),
        all.n(),
        all.basis());
  }

  private static Reading read(Estimate estimate, Form form, double factor) {
    double size =
        estimate.mean() != 0 || !estimate.hasInterval() ? estimate.mean() : estimate.high();
    Measure measure = Measure.of(form, factor * size);
    double scale = factor * measure.factor();
    if (form == Form.DURATION && isTiny(factor * estimate.mean(), factor * estimate.high())) {
      String said = Numbers.said(form, factor * estimate.mean());
      return new Reading(said, said, said);
    }
    if (!estimate.hasInterval()) {
      String said = Numbers.said(form, factor * estimate.mean());
      return new Reading(said, "unknown", said);
    }
    double width = width(estimate) * scale;
    if (width == 0 && estimate.isEven()) {
      String number = Numbers.plain(form, estimate.mean() * scale);
      String said = measure.with(number);
      return new Reading(said, said, measure.with(number + "\u00A0±\u00A00"));
    }
    return new Digits(form, measure, decimals(form, estimate.mean() * scale, width), scale, width)
        .read(estimate);
  }

  private static boolean isTiny(double mean, double high) {
    return mean > 0 && high < Numbers.LEAST_TIME;
  }

  private static double width(Estimate estimate) {
    double width = Math.max(estimate.high() - estimate.mean(), estimate.mean() - estimate.low());
    // Equal replications differ by what adding them up rounds: that is no width.
    return width <= ROUNDING * Math.abs(estimate.mean()) ? 0 : width;
  }

  private static int decimals(Form form, double mean, double width) {
    int wanted = width > 0 ? Numbers.decimalsFor(width) : Math.max(0, 3 - Numbers.exponent(mean));
    // Sums of money have two decimals or none.
    int digits = form == Form.MONEY && Math.abs(mean) >= 1 && wanted > 0 ? 2 : wanted;
    return Math.min(digits, Numbers.mostDecimals(form, mean == 0 ? width : mean));
  }

  /** How many digits to print, and in which unit. */
  private record Digits(Form form, Measure measure, int decimals, double scale, double width) {

    Reading read(Estimate estimate) {
      if (atMost(estimate) || atLeast(estimate)) {
        return limit(estimate);
      }
      String mean = print(estimate.mean());
      String interval = interval(estimate);
      return new Reading(measure.with(mean), interval, both(estimate, mean, interval));
    }

    // Limits are rounded away from the mean, so that they never promise too much.
    private Reading limit(Estimate estimate) {
      String mean = Numbers.said(form, estimate.mean() * scale / measure.factor());
      String limit = atMost(estimate)
          ? "at most " + measure.with(Numbers.noMoreThan(estimate.high() * scale))
          : "at least " + measure.with(Numbers.noLessThan(estimate.low() * scale, scale));
      return new Reading(mean, limit, mean + " (" + limit + ")");
    }

    private String both(Estimate estimate, String mean, String interval) {
      boolean even =
          Math.abs(estimate.high() + estimate.low() - 2 * estimate.mean()) * scale < 0.05 * width;
      boolean isTiny = print(estimate.low()).equals(print(estimate.high()));
      if (estimate.isEven() && (even || isTiny)) {
        return measure.with(mean + "\u00A0±\u00A0" + Numbers.half(width, decimals));
      }
      return measure.with(mean) + " (" + interval + ")";
    }

    private String interval(Estimate estimate) {
      String low = print(estimate.low());
      String high = print(estimate.high());
      return measure.with(low.equals(high) ? low : low + " to " + high);
    }

    private String print(double value) {
      return Numbers.fixed(value * scale, decimals);
    }
  }

  private static boolean atMost(Estimate estimate) {
    return estimate.basis() == Estimate.Basis.RARE
        && estimate.metric().kind() != Metric.Kind.SUCCESS_SHARE
        && estimate.low() <= 0;
  }

  private static boolean atLeast(Estimate estimate) {
    return estimate.basis() == Estimate.Basis.RARE
        && estimate.metric().kind() == Metric.Kind.SUCCESS_SHARE
        && estimate.high() >= 1;
  }
}
