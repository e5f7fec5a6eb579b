package headroom.fleet.targets;

import headroom.random.Stream;

/**
 * What makes a server serve badly without stopping it.
 *
 * @param cause the failure's name
 * @param speed share of the usual speed at which it begins work
 * @param share share of its jobs that it is felt by, but for the speed
 * @param errors share of those whose answer is an error
 * @param lostRequests share of those that never reach it, though whoever sends believes so
 * @param lostAnswers share of those that are worked on and whose answer never arrives
 * @param outsideNanos how much longer those take while no work is done on them
 * @param luck what decides which
 */
public record Ailment(
    String cause,
    Speed speed,
    double share,
    double errors,
    double lostRequests,
    double lostAnswers,
    long outsideNanos,
    Stream luck) {

  /** The speed of a server that ails, by the time. */
  @FunctionalInterface
  public interface Speed {

    /** All the time the same. */
    static Speed of(double constant) {
      return now -> constant;
    }

    /** Share of the usual speed, above 0 to 1. */
    double at(long nowNanos);
  }

  /** True when anybody may notice it. */
  boolean isFelt(long now) {
    return errors > 0
        || lostRequests > 0
        || lostAnswers > 0
        || outsideNanos > 0
        || speed.at(now) < 1;
  }

  /** True when what a server has done for a job is an error. */
  boolean spoils(Job job) {
    return errors > 0 && concerns(job) && luck.at(key(job), job.enteredAt) < errors;
  }

  /** True when a job that is sent now does not arrive. */
  boolean swallows(Job job, long now) {
    return lostRequests > 0 && luck.of("requests").at(key(job), now) < lostRequests;
  }

  /** True when nobody gets the answer to a job. */
  boolean silences(Job job) {
    return lostAnswers > 0
        && concerns(job)
        && luck.of("answers").at(key(job), job.enteredAt) < lostAnswers;
  }

  /** True for a job that has to do with it. */
  boolean concerns(Job job) {
    return share >= 1 || luck.of("share").at(key(job), job.enteredAt) < share;
  }

  private static long key(Job job) {
    return Double.doubleToRawLongBits(job.demandLuck);
  }
}
