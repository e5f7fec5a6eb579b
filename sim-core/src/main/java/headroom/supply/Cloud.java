package headroom.supply;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * What the groups of a scenario share of the cloud they launch in; endless unless said otherwise.
 *
 * @param launchServices what starting instances need of each other's time
 */
public record Cloud(List<LaunchService> launchServices) {

  /** Refuses nothing, and lets nobody wait. */
  public static final Cloud ENDLESS = new Cloud(List.of());

  public static List<Problem> problems(List<LaunchService> launchServices) {
    return Problems.of()
        .require(
            "launch-services",
            launchServices.stream().map(LaunchService::name).distinct().count()
                == launchServices.size(),
            "must not have two of one name")
        .list();
  }

  public Cloud {
    launchServices = List.copyOf(launchServices);
    Problems.throwIfAny(problems(launchServices));
  }
}
