package headroom.supply;

import java.time.LocalDate;
import java.util.List;

/** What an instance starts from: a volume, or the disks of its host (fleet sheet §1.1 [E1]). */
public enum RootDevice {
  /** A volume, which outlives a stop: the instance can be stopped and started. */
  EBS,
  /** Disks of the host: the instance can only be rebooted or terminated. */
  INSTANCE_STORE;

  /** Since when instances start from volumes (from general knowledge, unverified). */
  public static final LocalDate EBS_SINCE = LocalDate.of(2009, 12, 3);

  /** Families that start from the disks of their host, too (from general knowledge, unverified). */
  private static final List<String> WITH_STORE = List.of(
      "c1", "c3", "cc1", "cc2", "cg1", "cr1", "d2", "g2", "hi1", "hs1", "i2", "m1", "m2", "m3",
      "r3", "x1");

  /** What was usual at a date. */
  public static RootDevice usualAt(LocalDate date) {
    return date.isBefore(EBS_SINCE) ? INSTANCE_STORE : EBS;
  }

  /** True when a type can start from it; of a type of one's own, whatever its owner says. */
  public boolean suits(InstanceType type) {
    boolean own = type.name().indexOf('.') < 0;
    return this == EBS || own || WITH_STORE.contains(type.family());
  }
}
