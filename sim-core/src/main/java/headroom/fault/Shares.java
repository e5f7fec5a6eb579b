package headroom.fault;

import headroom.problem.Problems;

/** What shares of instances and of requests must be. */
final class Shares {

  private Shares() {}

  /** Some of it, or all: a share of none would be no failure. */
  static void some(Problems problems, String field, double share, String example) {
    problems.require(
        field, share > 0 && share <= 1, "must be above 0 % and at most 100 %", example);
  }

  /** None of it, some, or all. */
  static void any(Problems problems, String field, double share, String example) {
    problems.require(field, share >= 0 && share <= 1, "must lie between 0 % and 100 %", example);
  }
}
