package headroom.fleet.flow;

/**
 * Whether a station feels a change of its number of instances. How long requests take and how many
 * find no place both fall with every instance, so what a step comes to with the mean number of
 * instances is no further from the truth than its ends are from each other.
 */
final class Feeling {

  // A change of how long a request takes, and of the share that is refused, that hardly is one.
  private static final double FELT = 0.01;
  private static final double REFUSALS_FELT = 1e-6;
  private static final double FURTHER = 1.25;

  private final StationStep step;
  // So large a share more or fewer is not felt.
  private double unfelt;

  Feeling(StationStep step) {
    this.step = step;
  }

  /** A step begins. */
  void forget() {
    unfelt = 0;
  }

  /** True when so large a share of the instances more or fewer is hardly felt. */
  boolean hardly(double share) {
    if (share > unfelt) {
      // What would come next is asked for at once, since many small changes make a large one.
      double further = FURTHER * share;
      unfelt = isUnfelt(further) ? further : unfelt;
    }
    return share <= unfelt || isUnfelt(share);
  }

  private boolean isUnfelt(double share) {
    Standing standing = step.standing();
    double crowded = standing.load() / (1 - share);
    if (step.instances() <= 0 || step.flows() || share >= 1 || crowded > StationStep.RELAXED_FROM) {
      return false;
    }
    double more = standing.waitSecondsAt(crowded) - standing.waitSeconds();
    double refusedMore = standing.law().refusedAt(crowded) - step.refusedShare();
    return Math.abs(more) <= FELT * (step.servingSeconds() + standing.waitSeconds())
        && Math.abs(refusedMore) <= REFUSALS_FELT;
  }
}
