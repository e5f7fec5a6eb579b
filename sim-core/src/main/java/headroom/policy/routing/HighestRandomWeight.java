package headroom.policy.routing;

/**
 * The target whose hash together with a key is the highest (Thaler and Ravishankar 1998): each key
 * has a target of its own, equally likely each, and only the keys of a target that goes move.
 */
final class HighestRandomWeight {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private HighestRandomWeight() {}

  /** The target of a key among those that were there at a moment; -1 when none was. */
  static int of(TargetsView targets, long key, long there) {
    int best = -1;
    long highest = Long.MIN_VALUE;
    for (int i = 0; i < targets.size(); i++) {
      if (targets.sinceNanos(i) <= there) {
        long hash = mix(key + mix(targets.id(i) * GOLDEN));
        if (best < 0 || hash > highest) {
          best = i;
          highest = hash;
        }
      }
    }
    return best;
  }

  /** SplitMix64's finaliser, in the variant of the program's streams. */
  private static long mix(long start) {
    long z = (start ^ start >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
