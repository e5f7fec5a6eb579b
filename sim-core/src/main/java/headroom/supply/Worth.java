package headroom.supply;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.workload.Service;
import java.util.List;
import java.util.Optional;

/**
 * What a service measured on one type of instance comes to on another: the CPU part of its times
 * goes by the speed of a core, and workers may go by the number of cores.
 *
 * @param measuredOn the type whose times were measured; empty for the group's own
 * @param cpuShare the share of a request's time in which it computes, on the type measured; empty
 *     where nobody has said: then all of it scales, and a busy worker is 1/workers of the CPU
 * @param workersPerVcpu true when the service's workers are those of one vCPU
 */
public record Worth(
    Optional<String> measuredOn, Optional<Double> cpuShare, boolean workersPerVcpu) {

  /** Measured on the group's own type, and said for a whole instance. */
  public static final Worth AS_MEASURED = new Worth(Optional.empty(), Optional.empty(), false);

  public static List<Problem> problems(Optional<Double> cpuShare) {
    Problems problems = Problems.of();
    cpuShare.ifPresent(share -> problems.require(
        "cpu-share",
        share > 0 && share <= 1,
        "must be above 0 % and at most 100 %, was " + 100 * share + " %",
        "for example 60%"));
    return problems.list();
  }

  public Worth {
    Problems.throwIfAny(problems(cpuShare));
  }

  /**
   * What an instance does for requests.
   *
   * @param measured the service as the scenario says it
   * @param own the type the group launches
   * @param slower how many times as long its cores take as those of the type measured
   */
  public Service of(Service measured, InstanceType own, double slower) {
    int workers = Math.multiplyExact(measured.workers(), workersPerVcpu ? own.vcpus() : 1);
    return measured.elsewhere(workers, takes(slower));
  }

  /** How many times as long a request takes where cores take so many times as long. */
  public double takes(double slower) {
    double cpu = cpuShare.orElse(1.0);
    return 1 - cpu + cpu * slower;
  }

  /** CPU in use over vCPUs when all of the instance's workers are busy; may exceed 1. */
  public double cpuWhenBusy(Service there, InstanceType own, double slower) {
    return cpuShare
        .map(cpu -> cpu * slower / (1 - cpu + cpu * slower))
        .map(share -> share * there.workers() / own.vcpus())
        .orElse(1.0);
  }
}
