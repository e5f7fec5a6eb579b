package headroom.results;

import java.util.List;

/** What can be told of a request that is over; asked only about some of them. */
public interface Journey extends Recorder.Cause {

  /** Adds the nanoseconds of each part of its time, indexed by {@link Part#ordinal()}. */
  void parts(long nowNanos, long[] into);

  /** The stations of its way, in order of beginning; empty when they were not kept. */
  List<Stop> stops();

  /**
   * One station of a request's way.
   *
   * @param depth 0 for the request's own attempts, 1 for the calls these made, and so on
   * @param where the instance, group, or the client itself
   * @param what what happened there: "attempt 2", "call db", "backoff"
   * @param fromNanos when it began
   * @param startedNanos when work on it began; the same as the end when it never did
   * @param toNanos when it was over
   * @param outcome how it ended: "ok", or the word of a {@link How}
   */
  record Stop(
      int depth,
      String where,
      String what,
      long fromNanos,
      long startedNanos,
      long toNanos,
      String outcome) {}
}
