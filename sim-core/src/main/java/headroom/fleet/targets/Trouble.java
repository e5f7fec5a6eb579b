package headroom.fleet.targets;

import headroom.results.Why;

/**
 * Which failure a group suffers from, so that what its users feel can be put down to it.
 *
 * <p>A failure acts on a group from the moment it takes an instance until as many new ones have
 * come into service, or the group has all it wants. What is queued since then is still its doing.
 */
final class Trouble {

  private String cause = "";
  private int missing;
  private long endedAt = Long.MIN_VALUE;
  private boolean everInService;
  private boolean isShort;

  void strikes(String failure) {
    cause = failure;
    missing++;
  }

  void inService(long now) {
    everInService = true;
    if (missing > 0 && --missing == 0) {
      endedAt = now;
    }
  }

  /** Tells whether the group has fewer instances in service than it wants. */
  void shortOfInstances(boolean tooFew, long now) {
    isShort = tooFew;
    if (!tooFew && missing > 0) {
      missing = 0;
      endedAt = now;
    }
  }

  /** The cause of harm done where a queue has not been empty since {@code waitingSince}. */
  String why(long waitingSince) {
    if (missing > 0 || waitingSince <= endedAt) {
      return cause;
    }
    if (!everInService) {
      return Why.COLD_START;
    }
    return isShort ? Why.CAPACITY : Why.OVERLOAD;
  }
}
