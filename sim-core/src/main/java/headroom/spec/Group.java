package headroom.spec;

import headroom.policy.scaling.ScalingRule;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.workload.Service;
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
 * @param settings what holds for all scaling
 * @param health how a broken instance is found out
 * @param serves what an instance does for requests
 * @param startsCold true when the first instances are launched at time zero, not in service then
 */
public record Group(
    String name,
    String type,
    Optional<String> image,
    List<String> zones,
    Size size,
    List<ScalingRule> scaling,
    ScalingSettings settings,
    Health health,
    Service serves,
    boolean startsCold) {

  public static List<Problem> problems(List<String> zones) {
    return Problems.of()
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
    Problems.throwIfAny(problems(zones));
  }

  /** A group whose scaling has the usual settings. */
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
    this(
        name,
        type,
        image,
        zones,
        size,
        scaling,
        ScalingSettings.DEFAULT,
        health,
        serves,
        startsCold);
  }
}
