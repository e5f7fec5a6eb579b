package headroom.results;

/** A fleet just now, for {@link RunRecorder#observe}; counts are of the whole run so far. */
public interface Pulse {

  /**
   * Requests per second that the instances of a group that are in service could serve, by their own
   * work alone and at their usual speed; 0 when there is none.
   */
  double capacity(String group);

  /** Requests and calls whose work instances have finished. */
  long finished();

  /** Of these, those for which nobody waited any more when they were finished. */
  long finishedForNobody();

  /** Calls that services had to make, each once. */
  long calls();

  /** Attempts at them. */
  long callAttempts();

  /** Looks into caches. */
  long cacheLookups();

  /** Looks that found what they looked for. */
  long cacheHits();
}
