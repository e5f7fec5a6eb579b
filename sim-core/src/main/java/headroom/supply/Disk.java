package headroom.supply;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * The block volume that every instance comes with and takes away; it is billed, and its speed holds
 * nobody up.
 *
 * @param kind "gp2", "gp3", "io1", "io2", "st1", "sc1" or "magnetic"
 * @param gib provisioned size
 * @param iops provisioned I/O operations per second; 0 where the kind has none to provision
 * @param mibPerSecond provisioned throughput; 0 where the kind has none to provision
 * @param snapshotMib changed blocks that snapshots of it store, once for all instances
 * @param deletedOnTermination false when it stays, and is billed, when its instance ends, as every
 *     volume but the root's does unless somebody says otherwise (fleet sheet §1.1)
 */
public record Disk(
    String kind,
    int gib,
    int iops,
    int mibPerSecond,
    long snapshotMib,
    boolean deletedOnTermination) {

  public static final List<String> KINDS =
      List.of("gp2", "gp3", "io1", "io2", "st1", "sc1", "magnetic");

  // What gp3 includes, and its limits (fleet sheet §2.6, [E18]).
  public static final int GP3_IOPS = 3_000;
  public static final int GP3_MIB_PER_SECOND = 125;

  private static final double MIB_PER_GIB = 1024;

  /** How long it takes to write so much memory to a root volume, at what gp3 includes (§2.6). */
  public static long memoryNanos(double gib) {
    return (long) (gib * MIB_PER_GIB / GP3_MIB_PER_SECOND * 1e9);
  }

  private static final int GP3_MOST_IOPS = 16_000;
  private static final int GP3_MOST_MIB_PER_SECOND = 1_000;
  private static final int GP3_IOPS_PER_GIB = 500;
  private static final int GP3_IOPS_PER_MIB = 4;

  public static List<Problem> problems(
      String kind, int gib, int iops, int mibPerSecond, long snapshotMib) {
    Problems problems = Problems.of()
        .known("kind", kind, KINDS, "unknown kind '" + kind + "'")
        .require("size", gib >= 1, "must be at least 1 GiB, was " + gib + " GiB")
        .require("snapshot", snapshotMib >= 0, "must be 0 or more");
    if (kind.equals("gp3")) {
      return problems.addAll("", gp3(gib, iops, mibPerSecond)).list();
    }
    boolean sold = kind.equals("io1") || kind.equals("io2");
    return problems
        .require("iops", !sold || iops >= 1, "must be said of " + kind, "for example 4000")
        .require("iops", sold || iops == 0, "cannot be provisioned of " + kind, "gp3, io1, io2")
        .require("throughput", mibPerSecond == 0, "cannot be provisioned of " + kind, "gp3")
        .list();
  }

  private static List<Problem> gp3(int gib, int iops, int mibPerSecond) {
    return Problems.of()
        .require(
            "iops",
            iops >= GP3_IOPS && iops <= mostIops(gib),
            "of gp3 must be 3000 to 16000, and at most 500 for each GiB, was " + iops)
        .require(
            "throughput",
            mibPerSecond >= GP3_MIB_PER_SECOND
                && mibPerSecond <= GP3_MOST_MIB_PER_SECOND
                && (long) mibPerSecond * GP3_IOPS_PER_MIB <= iops,
            "of gp3 must be 125 to 1000 MiB/s, and at most a quarter of its IOPS, was "
                + mibPerSecond + " MiB/s")
        .list();
  }

  /** What is included can be had at any size. */
  private static long mostIops(int gib) {
    return Math.max(GP3_IOPS, Math.min(GP3_MOST_IOPS, (long) GP3_IOPS_PER_GIB * gib));
  }

  public Disk {
    Problems.throwIfAny(problems(kind, gib, iops, mibPerSecond, snapshotMib));
  }

  /** A volume that goes with its instance. */
  public Disk(String kind, int gib, int iops, int mibPerSecond, long snapshotMib) {
    this(kind, gib, iops, mibPerSecond, snapshotMib, true);
  }
}
