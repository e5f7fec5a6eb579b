package headroom.spec;

import headroom.policy.placement.Packing;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * On which machines of the account's own a group's instances lie.
 *
 * @param on the pools of hosts, the preferred first
 * @param packing which host with room an instance goes to
 * @param burst true when what finds no room there is launched in the cloud instead
 */
public record HostUse(List<String> on, Packing packing, boolean burst) {

  public static List<Problem> problems(List<String> on) {
    return Problems.of()
        .require(
            "on", !on.isEmpty(), "must name at least one pool of hosts", "for example [cellar]")
        .require("on", on.stream().distinct().count() == on.size(), "must not name one twice")
        .list();
  }

  public HostUse {
    on = List.copyOf(on);
    Problems.throwIfAny(problems(on));
  }
}
