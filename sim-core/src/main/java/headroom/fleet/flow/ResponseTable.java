package headroom.fleet.flow;

import java.util.Arrays;

/** What share of a station's answers comes within a client's limits, remembered by law and level. */
final class ResponseTable {

  private final double timeout;
  private final double slow;
  private double[] inTime = new double[0];
  private double[] inGoodTime = new double[0];

  ResponseTable(double timeout, double slow) {
    this.timeout = timeout;
    this.slow = Math.min(timeout, slow);
  }

  /** The share of those taken that is answered before the client gives up. */
  double within(FlowStation station, double part) {
    int at = place(station);
    return timeout == Double.POSITIVE_INFINITY
        ? 1
        : (1 - part) * inTime[at] + part * inTime[at + 1];
  }

  /** The share of those answered that took longer than promised. */
  double slow(FlowStation station, double part) {
    if (slow == timeout) {
      return 0;
    }
    int at = place(station);
    double good = (1 - part) * inGoodTime[at] + part * inGoodTime[at + 1];
    return Math.max(0, 1 - good / Math.max(1e-12, within(station, part)));
  }

  private int place(FlowStation station) {
    int at =
        station.standing().law().number * BalanceLaw.LEVELS + station.standing().level();
    if (at + 1 >= inTime.length) {
      int before = inTime.length;
      int size = (station.standing().law().number + 1) * BalanceLaw.LEVELS;
      inTime = Arrays.copyOf(inTime, size);
      inGoodTime = Arrays.copyOf(inGoodTime, size);
      Arrays.fill(inTime, before, size, Double.NaN);
    }
    if (Double.isNaN(inTime[at])) {
      fill(station, at, station.standing().level());
    }
    if (Double.isNaN(inTime[at + 1])) {
      fill(station, at + 1, station.standing().level() + 1);
    }
    return at;
  }

  private void fill(FlowStation station, int at, int level) {
    Profile profile = station.standing().law().profile(level);
    inTime[at] = profile.within(timeout);
    inGoodTime[at] = profile.within(slow);
  }
}
