package headroom.supply;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;
import java.util.Optional;

/**
 * The cloud's machines in each of its zones: hosts in racks, every host alike.
 *
 * @param racks racks in a zone
 * @param perRack hosts in a rack
 * @param each what a host has for the account's instances; empty for as much as they take
 */
public record Hosts(int racks, int perRack, Optional<Resources> each) {

  private static final int MOST_RACKS = 10_000;
  private static final int MOST_PER_RACK = 1_000;
  private static final Resources USUAL_HOST = new Resources(96, 384);

  /**
   * Practically endless: racks of 40 machines [F1] with what the largest m5 has for itself; how many
   * racks a zone has nobody has said.
   */
  public static final Hosts USUAL = new Hosts(1_000, 40, Optional.of(USUAL_HOST));

  public static List<Problem> problems(int racks, int perRack, Resources each) {
    return Problems.of()
        .require(
            "racks",
            racks >= 1 && racks <= MOST_RACKS,
            "must be between 1 and " + MOST_RACKS + ", was " + racks,
            "for example 100")
        .require(
            "per-rack",
            perRack >= 1 && perRack <= MOST_PER_RACK,
            "must be between 1 and " + MOST_PER_RACK + ", was " + perRack,
            "for example 40")
        .require(
            "vcpus",
            each.vcpus() >= 1 && each.vcpus() <= 100_000,
            "must be between 1 and 100000",
            "for example 96")
        .require(
            "memory",
            each.memoryGiB() >= 0.5 && each.memoryGiB() <= 1_000_000,
            "must be between 512 MiB and a million GiB",
            "for example 384 GiB")
        .list();
  }

  public Hosts {
    Problems.throwIfAny(problems(racks, perRack, each.orElse(USUAL_HOST)));
  }

  /** True when so many hosts can stand in so many racks, every rack alike. */
  public static boolean fit(int hosts, int racks) {
    return hosts % racks == 0 && hosts / racks >= 1 && hosts / racks <= MOST_PER_RACK;
  }

  /** Hosts in a zone. */
  public int count() {
    return racks * perRack;
  }
}
