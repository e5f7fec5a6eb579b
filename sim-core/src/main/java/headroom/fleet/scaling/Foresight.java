package headroom.fleet.scaling;

import headroom.policy.scaling.Forecast;
import headroom.policy.scaling.PredictiveScaling;
import java.util.Arrays;
import java.util.Locale;

/** What a predictive policy has learnt of a group's load, and what it foresees. */
final class Foresight {

  private static final long MINUTE = 60_000_000_000L;
  private static final int MINUTES_OF_AN_HOUR = 60;

  private final PredictiveScaling policy;
  private final Forecast method;
  private final long firstHour;
  private double[] history = new double[64];
  private int hours;
  private double sum;
  private int minutes;
  private double[] foreseen = new double[0];
  private int foreseenFrom;

  /**
   * Knows nothing yet.
   *
   * @param firstHour when the first full hour of the calendar begins, in simulated nanoseconds
   */
  Foresight(PredictiveScaling policy, Forecast method, long firstHour) {
    this.policy = policy;
    this.method = method;
    this.firstHour = firstHour;
  }

  PredictiveScaling policy() {
    return policy;
  }

  /** Learns the load of the minute that ends now; NaN when nothing was measured. */
  void learn(double load, long now) {
    if (now <= firstHour) {
      return;
    }
    sum += Double.isNaN(load) ? 0 : load;
    if (++minutes == MINUTES_OF_AN_HOUR) {
      remember(sum / minutes);
      sum = 0;
      minutes = 0;
    }
  }

  private void remember(double load) {
    if (hours == history.length) {
      history = Arrays.copyOf(history, 2 * hours);
    }
    history[hours++] = load;
    boolean due = hours >= PredictiveScaling.LEAST_HISTORY_HOURS
        && (hours - PredictiveScaling.LEAST_HISTORY_HOURS) % PredictiveScaling.REFRESH_HOURS == 0;
    if (due) {
      int from = Math.max(0, hours - PredictiveScaling.MOST_HISTORY_HOURS);
      double[] past = Arrays.copyOfRange(history, from, hours);
      foreseen = method.next(past, PredictiveScaling.FORECAST_HOURS);
      foreseenFrom = hours;
    }
  }

  /** Instances foreseen to be needed from now until the buffer before the next hour; 0 unknown. */
  int forecast(long now) {
    long sinceFirst = now - firstHour;
    long buffer = policy.schedulingBufferTime().toNanos();
    long hour = MINUTE * MINUTES_OF_AN_HOUR;
    int current = capacity((int) Math.floorDiv(sinceFirst, hour));
    return Math.max(current, capacity((int) Math.floorDiv(sinceFirst + buffer, hour)));
  }

  private int capacity(int hourNumber) {
    int ahead = hourNumber - foreseenFrom;
    boolean known = ahead >= 0 && ahead < foreseen.length;
    return known ? policy.capacityFor(foreseen[ahead]) : 0;
  }

  String cause(int forecast) {
    return String.format(
        Locale.ROOT,
        "predictive scaling: %d instances foreseen from %d hours of %s",
        forecast,
        Math.min(hours, PredictiveScaling.MOST_HISTORY_HOURS),
        policy.metric().word());
  }
}
