package headroom.results;

/**
 * A stretch of time in which a workload was not answered though the trigger of that was over.
 *
 * @param workload the workload
 * @param fromNanos when the trigger was over, or the load back
 * @param toNanos when requests were answered again, or something else went wrong, or the run ended
 * @param trigger the failure's name; else {@code load}, {@code capacity}, or {@code none} where the
 *     fleet fell over by itself
 * @param effect what kept it down
 */
public record MetastableEpisode(
    String workload, long fromNanos, long toNanos, String trigger, Effect effect) {

  /** What keeps a fleet busy without getting anything done. */
  public enum Effect {
    /** Requests are sent again and again. */
    RETRIES("retries"),
    /** Work is done for those who no longer wait for it. */
    ABANDONED_WORK("abandoned-work"),
    /** A cache is empty, and the calls that would fill it fail. */
    COLD_CACHE("cold-cache");

    private final String word;

    Effect(String word) {
      this.word = word;
    }

    /** The word in the event log and in reports. */
    public String word() {
      return word;
    }
  }

  public long nanos() {
    return toNanos - fromNanos;
  }
}
