package headroom.spec;

import headroom.policy.scaling.ScalingRule;
import headroom.policy.scaling.ScheduledAction;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.supply.Worth;
import headroom.workload.Service;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An Auto Scaling group: equal instances kept at a wanted number, spread over zones.
 *
 * @param name its name in the scenario
 * @param type the instance type's name
 * @param image the image's name; empty for the one usual at the time
 * @param zones the zones it launches into
 * @param size how many instances
 * @param scaling what changes the number, in the scenario's order
 * @param health how a broken instance is found out
 * @param serves what an instance does for requests
 * @param startsCold true when the first instances are launched at time zero, not in service then
 * @param worth on which type that was measured, and what it comes to on the group's own
 */
public record Group(
    String name,
    String type,
    Optional<String> image,
    List<String> zones,
    Size size,
    List<ScalingRule> scaling,
    Health health,
    Service serves,
    boolean startsCold,
    Worth worth) {

  public static List<Problem> problems(List<String> zones, Size size, List<ScalingRule> scaling) {
    return Problems.of()
        .addAll("scaling", schedule(size, scaling))
        .require("zones", !zones.isEmpty(), "must name at least one zone", "for example [a, b]")
        .require(
            "zones",
            zones.stream().distinct().count() == zones.size(),
            "must not name a zone twice")
        .list();
  }

  public Group {
    zones = List.copyOf(zones);
    scaling = List.copyOf(scaling);
    Problems.throwIfAny(problems(zones, size, scaling));
  }

  /** A group whose service was measured on its own type. */
  public Group(
      String name,
      String type,
      Optional<String> image,
      List<String> zones,
      Size size,
      List<ScalingRule> scaling,
      Health health,
      Service serves,
      boolean startsCold) {
    this(name, type, image, zones, size, scaling, health, serves, startsCold, Worth.AS_MEASURED);
  }

  /** Carried out in order of time, no scheduled action may leave min above max. */
  private static List<Problem> schedule(Size size, List<ScalingRule> scaling) {
    Problems problems = Problems.of();
    List<ScheduledAction> actions = scaling.stream()
        .filter(ScheduledAction.class::isInstance)
        .map(ScheduledAction.class::cast)
        .sorted(Comparator.comparing(ScheduledAction::at))
        .toList();
    int min = size.min();
    int max = size.max();
    for (ScheduledAction action : actions) {
      min = action.min().orElse(min);
      max = action.max().orElse(max);
      problems.require(
          "[" + scaling.indexOf(action) + "].scheduled",
          min <= max,
          "leaves min (" + min + ") above max (" + max + ")",
          "set max too, or raise size.max");
    }
    return problems.list();
  }
}
