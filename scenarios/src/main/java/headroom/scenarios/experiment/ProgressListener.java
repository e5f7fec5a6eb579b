package headroom.scenarios.experiment;

/** Hears how far an experiment is, on the thread that runs it. */
@FunctionalInterface
public interface ProgressListener {

  ProgressListener NONE = (done, planned) -> {};

  /**
   * Replications were finished.
   *
   * @param done how many so far
   * @param planned how many there will be, as far as is known; more may follow for a precision
   */
  void onProgress(int done, int planned);
}
