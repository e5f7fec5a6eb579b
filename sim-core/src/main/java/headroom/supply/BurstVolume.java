package headroom.supply;

/**
 * A general-purpose block volume (gp2) that bursts on I/O credits (sheet §2.6, [E18]): one credit is
 * one operation above the baseline for a second.
 *
 * @param gib provisioned size
 */
public record BurstVolume(int gib) {

  private static final int IOPS_PER_GIB = 3;
  private static final int LEAST_IOPS = 100;
  private static final int MOST_IOPS = 16_000;
  private static final double CREDITS = 5_400_000;

  /** Operations a second that it does for ever. */
  public int baselineIops() {
    return Math.max(LEAST_IOPS, Math.min(MOST_IOPS, IOPS_PER_GIB * gib));
  }

  /** Seconds for which full credits carry a rate; without end at the baseline and below. */
  public double burstSeconds(int iops) {
    return iops <= baselineIops() ? Double.POSITIVE_INFINITY : CREDITS / (iops - baselineIops());
  }
}
