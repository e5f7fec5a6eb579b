package headroom.workload;

import headroom.problem.Problems;

/** The checks that several rates share. */
final class Checks {

  private Checks() {}

  /** Requires a rate a part may have. */
  static void rate(Problems problems, String field, double perSecond) {
    problems.require(
        field,
        possible(perSecond),
        "must be between 0 and 1e12 requests a second, was " + perSecond,
        "for example 60/s");
  }

  /** True of a rate a part may have. */
  static boolean possible(double perSecond) {
    return perSecond >= 0 && perSecond <= Rate.MOST_PER_SECOND;
  }

  /** Requires a length of time, which may be none. */
  static void length(Problems problems, String field, long nanos) {
    problems.require(
        field, nanos >= 0, "must be 0 or more, was " + Nanos.spell(nanos), "for example 10m");
  }
}
