package headroom.fleet.targets;

import headroom.results.Why;

/**
 * Which failure a group suffers from, so that what its users feel can be put down to it.
 *
 * <p>A failure acts on a group from the moment it takes an instance until as many new ones have
 * come into service, or the group has all it wants; one that slows the group acts while it lasts,
 * and goes before, since it is felt everywhere. What is queued since then is still its doing.
 */
final class Trouble {

  private String cause = "";
  private int missing;
  private long endedAt = Long.MIN_VALUE;
  private String slowCause = "";
  private boolean slow;
  private long slowUntil = Long.MIN_VALUE;
  private String heldBy = "";
  private boolean everInService;
  private boolean isShort;
  private boolean isEmpty = true;

  void strikes(String failure) {
    cause = failure;
    missing++;
  }

  /** Tells whether a failure slows the group down, which may take the place of an earlier one. */
  void slows(String failure, boolean slows, long now) {
    if (slow && !slows) {
      slowUntil = now;
    }
    slow = slows;
    slowCause = failure;
  }

  /** Tells which failure keeps the group from getting what it wants; empty for none. */
  void held(String failure) {
    heldBy = failure;
  }

  void inService(long now) {
    everInService = true;
    if (missing > 0 && --missing == 0) {
      endedAt = now;
    }
  }

  /** Tells how many instances are in service, and how many are wanted. */
  void hasInService(int instances, int wanted, long now) {
    boolean tooFew = instances < wanted;
    isShort = tooFew;
    isEmpty = instances == 0;
    if (!tooFew && missing > 0) {
      missing = 0;
      endedAt = now;
    }
  }

  /** The cause of harm done where a queue has not been empty since {@code waitingSince}. */
  String why(long waitingSince) {
    if (slow) {
      return slowCause;
    }
    if (missing > 0) {
      return cause;
    }
    if (waitingSince <= Math.max(slowUntil, endedAt)) {
      return slowUntil > endedAt ? slowCause : cause;
    }
    if (!heldBy.isEmpty() && (isShort || isEmpty)) {
      return heldBy;
    }
    if (!everInService) {
      return Why.COLD_START;
    }
    return isShort || isEmpty ? Why.CAPACITY : Why.OVERLOAD;
  }
}
