package headroom.fleet.flow;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What requests find at a station some of whose instances serve badly: each kind of badness with the
 * share of requests that it gets.
 *
 * @param shares the share of requests by what they find; what is missing to 1 finds all as usual
 * @param cause the failure's name; empty for none
 */
record Symptoms(Map<Kind, Double> shares, String cause) {

  /** All is as usual. */
  static final Symptoms NONE = new Symptoms(Map.of(), "");

  /**
   * How one instance serves.
   *
   * @param slowness how many times as long as usual work takes
   * @param errors share of answers that are errors
   * @param lostRequests share of requests that do not arrive
   * @param lostAnswers share of answers that do not
   * @param outsideShare share of requests that wait for somebody outside
   * @param outsideSeconds for how long
   * @param waitSeconds how long requests wait there for a worker beyond what others wait
   * @param refused share of them that finds no place there
   */
  record Kind(
      double slowness,
      double errors,
      double lostRequests,
      double lostAnswers,
      double outsideShare,
      double outsideSeconds,
      double waitSeconds,
      double refused) {

    /** As usual. */
    static final Kind USUAL = new Kind(1, 0, 0, 0, 0, 0, 0, 0);

    /** The same with what is before it. */
    Kind behind(double seconds, double share) {
      return seconds <= 0 && share <= 0
          ? this
          : new Kind(
              slowness,
              errors,
              lostRequests,
              lostAnswers,
              outsideShare,
              outsideSeconds,
              seconds,
              share);
    }

    /** The share of requests whose answer arrives and is good. */
    double answersWell() {
      return (1 - errors) * (1 - lostRequests) * (1 - lostAnswers);
    }

    private Course course(ServiceTime own, double speed, boolean withWait) {
      Times work = own.spread(speed / slowness);
      if (withWait && waitSeconds > 0) {
        work = work.plus(Times.constant(waitSeconds));
      }
      if (outsideShare > 0) {
        work = work.plus(Times.NONE.or(outsideShare, Times.constant(outsideSeconds)));
      }
      return new Course(1 - errors, work, work, 0);
    }

    double meanSeconds(double usual) {
      return slowness * usual + outsideShare * outsideSeconds;
    }
  }

  Symptoms {
    shares = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(shares));
  }

  boolean isNone() {
    return shares.isEmpty();
  }

  private double usual() {
    double rest = 1;
    for (double share : shares.values()) {
      rest -= share;
    }
    return Math.max(0, rest);
  }

  /** True when some wait longer than others. */
  boolean makesWait() {
    return shares.keySet().stream().anyMatch(kind -> kind.waitSeconds() > 0);
  }

  /** The share of requests that finds no place where all is not as usual. */
  double refused() {
    double refused = 0;
    for (Map.Entry<Kind, Double> kind : shares.entrySet()) {
      refused += kind.getValue() * kind.getKey().refused();
    }
    return refused;
  }

  /** How the own work of requests ends, and after how long; with what they wait more than others. */
  Course course(ServiceTime own, double speed, boolean withWait) {
    Course all = Course.sure(own.spread(speed));
    double so = usual();
    for (Map.Entry<Kind, Double> kind : shares.entrySet()) {
      double share = kind.getValue();
      so += share;
      if (share > 0) {
        all = all.or(share / so, kind.getKey().course(own, speed, withWait));
      }
    }
    return all;
  }

  /** Mean seconds of the own work of those that arrive, which usually is so long. */
  double meanSeconds(double usually) {
    double mean = usual() * usually;
    for (Map.Entry<Kind, Double> kind : shares.entrySet()) {
      mean += kind.getValue() * kind.getKey().meanSeconds(usually);
    }
    return mean;
  }

  /** The share of requests that do not arrive. */
  double lostRequests() {
    double lost = 0;
    for (Map.Entry<Kind, Double> kind : shares.entrySet()) {
      lost += kind.getValue() * kind.getKey().lostRequests();
    }
    return lost;
  }

  /** The share of answers that do not arrive. */
  double lostAnswers() {
    double lost = 0;
    for (Map.Entry<Kind, Double> kind : shares.entrySet()) {
      lost += kind.getValue() * kind.getKey().lostAnswers();
    }
    return lost;
  }
}
