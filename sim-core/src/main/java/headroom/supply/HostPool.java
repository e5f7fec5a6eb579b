package headroom.supply;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;
import java.util.Optional;

/**
 * Machines that are the account's alone: dedicated hosts of the cloud, or its own.
 *
 * @param name its name in the scenario
 * @param family of dedicated hosts: the instance family they are for; empty for one's own machines
 * @param zones where they stand; empty for all
 * @param hosts how many in each of these, and what each has
 * @param asNeeded of dedicated hosts: true when one is allocated with its first instance and
 *     released with its last, false when all are the account's from the start
 */
public record HostPool(
    String name, Optional<String> family, List<String> zones, Hosts hosts, boolean asNeeded) {

  private static final int MOST = 10_000;

  public static List<Problem> problems(List<String> zones, int racks, int perRack) {
    long count = (long) racks * perRack;
    return Problems.of()
        .require(
            "zones", zones.stream().distinct().count() == zones.size(), "must not name one twice")
        .require(
            "racks",
            count <= MOST,
            "hold " + count + " hosts in a zone, and more than " + MOST + " cannot be packed",
            "fewer racks")
        .list();
  }

  public HostPool {
    zones = List.copyOf(zones);
    Problems.throwIfAny(problems(zones, hosts.racks(), hosts.perRack()));
  }

  /** True for dedicated hosts, which the cloud bills; false for machines of one's own. */
  public boolean isDedicated() {
    return family.isPresent();
  }

  /** True when there are some in a zone. */
  public boolean isIn(String zone) {
    return zones.isEmpty() || zones.contains(zone);
  }

  /** True when they take instances of a type. */
  public boolean takes(InstanceType type) {
    return family.isEmpty() || family.get().equals(type.family());
  }

  /** What results call it. */
  public String subject() {
    return "hosts." + name;
  }
}
