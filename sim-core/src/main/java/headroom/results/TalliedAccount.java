package headroom.results;

/** An account whose entries over a stretch of a run can be read, and corrected by what others say. */
public interface TalliedAccount {

  /** From now on entries are added up besides. */
  void beginTally();

  /** What was told since {@link #beginTally} or since this was asked last. */
  Tally takeTally();

  /** No more is added up. */
  void endTally();

  /**
   * Corrects what was told of a stretch of time. What ended stays as many, up to the end of the last
   * stretch of several: what fails more often is answered less often. No amount told in a stretch falls
   * below nothing.
   *
   * @param told what was told of the stretch
   * @param by what is to be added to it; its latencies those of answers
   * @param like latencies of answers where the numbers answered differ
   * @param last true when no stretch follows at once: rates may tell in one what ends in the next
   */
  void correct(long fromNanos, long toNanos, Tally told, Tally by, Tally like, boolean last);
}
