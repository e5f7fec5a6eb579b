package headroom.billing;

import headroom.results.ResourceUsage.Volume;
import java.util.ArrayList;
import java.util.List;

/**
 * What a provisioned volume is billed for: its size, and the I/O operations and throughput beyond
 * what its kind includes (sheet §2.6, §3.3).
 */
final class VolumeUses {

  // gp3 includes these [E18].
  private static final int FREE_IOPS = 3_000;
  private static final int FREE_MIB_PER_SECOND = 125;

  // Where the price of io2's operations falls.
  private static final int FIRST_TIER = 32_000;
  private static final int SECOND_TIER = 64_000;

  private VolumeUses() {}

  static List<Metered> of(Volume volume) {
    List<Metered> uses = new ArrayList<>();
    add(uses, volume, "", volume.gib());
    switch (volume.kind()) {
      case "gp3" -> {
        add(uses, volume, "-iops", volume.iops() - FREE_IOPS);
        add(uses, volume, "-throughput", volume.mibPerSecond() - FREE_MIB_PER_SECOND);
      }
      case "io1" -> add(uses, volume, "-iops", volume.iops());
      case "io2" -> {
        add(uses, volume, "-iops", Math.min(volume.iops(), FIRST_TIER));
        add(uses, volume, "-iops-32000", Math.min(volume.iops(), SECOND_TIER) - FIRST_TIER);
        add(uses, volume, "-iops-64000", volume.iops() - SECOND_TIER);
      }
      // The other kinds sell size alone; a magnetic volume's operations are counted as they are
      // made.
      default -> {}
    }
    return uses;
  }

  private static void add(List<Metered> uses, Volume volume, String what, int amount) {
    if (amount > 0) {
      uses.add(Metered.held(
          "storage." + volume.kind() + what,
          MeteredUses.zonal(volume.owner(), volume.kind(), volume.zone()),
          amount,
          volume.fromNanos(),
          volume.toNanos()));
    }
  }
}
