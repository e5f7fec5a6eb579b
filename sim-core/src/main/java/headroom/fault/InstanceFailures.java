package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Distribution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Instances of a group crash, each after a lifetime of its own.
 *
 * @param name the cause in the results
 * @param of the group
 * @param timeToFailure seconds from in service to the crash
 * @param timeToRepair seconds from the crash until it runs again in its place, unless the group has
 *     replaced it before; empty when it never does
 * @param response people who repair it, instead of a time to repair
 * @param start the calendar at time zero, by which they work
 * @param common the part of the failures that strikes several at once
 * @param ofGuest true when the fault is in the instance itself, which its instance check finds;
 *     false when it is in its host, which the system check finds (fleet sheet §1.2 [E2])
 * @param bias makes failures more frequent, where what hardly ever happens is estimated
 */
public record InstanceFailures(
    String name,
    String of,
    Distribution timeToFailure,
    Optional<Distribution> timeToRepair,
    Optional<Response> response,
    Instant start,
    Optional<CommonCause> common,
    boolean ofGuest,
    Optional<FailureBias> bias)
    implements Failure {

  /** Failures of hosts. */
  public InstanceFailures(
      String name,
      String of,
      Distribution timeToFailure,
      Optional<Distribution> timeToRepair,
      Optional<Response> response,
      Instant start,
      Optional<CommonCause> common,
      Optional<FailureBias> bias) {
    this(name, of, timeToFailure, timeToRepair, response, start, common, false, bias);
  }

  /** Failures that nobody has to mend, or that take their time. */
  public InstanceFailures(
      String name,
      String of,
      Distribution timeToFailure,
      Optional<Distribution> timeToRepair,
      Optional<CommonCause> common,
      Optional<FailureBias> bias) {
    this(name, of, timeToFailure, timeToRepair, Optional.empty(), Instant.EPOCH, common, bias);
  }

  public static List<Problem> problems(
      Distribution timeToFailure, Optional<Distribution> timeToRepair) {
    return Problems.of()
        .require(
            "time-to-failure",
            timeToFailure.mean() > 0,
            "must have a mean above 0, was " + timeToFailure.mean() + " s",
            "for example {exponential: {mean: 60d}}")
        .require(
            "time-to-repair",
            timeToRepair.isEmpty() || timeToRepair.get().mean() > 0,
            "must have a mean above 0",
            "for example {lognormal: {mean: 2h, cv: 1}}")
        .list();
  }

  public InstanceFailures {
    Problems.throwIfAny(problems(timeToFailure, timeToRepair));
  }

  /** Instances that fail each by itself and stay down. */
  public InstanceFailures(String name, String of, Distribution timeToFailure) {
    this(name, of, timeToFailure, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same failures, biased. */
  public InstanceFailures biased(FailureBias how) {
    return new InstanceFailures(
        name, of, timeToFailure, timeToRepair, response, start, common, ofGuest, Optional.of(how));
  }
}
