package headroom.fleet.targets;

import headroom.random.Stream;

/**
 * What makes a server serve badly without stopping it.
 *
 * @param cause the failure's name
 * @param speed share of the usual speed at which it begins work
 * @param errors share of what it serves that ends in an error
 * @param luck what decides which
 */
public record Ailment(String cause, double speed, double errors, Stream luck) {

  /** True when what a server has done for a job is an error. */
  boolean spoils(Job job) {
    return errors > 0
        && luck.at(Double.doubleToRawLongBits(job.demandLuck), job.enteredAt) < errors;
  }
}
