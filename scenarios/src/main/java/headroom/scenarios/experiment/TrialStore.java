package headroom.scenarios.experiment;

import java.util.Optional;

/** Where a study finds trials that were finished before, and leaves those it finishes. */
public interface TrialStore {

  /** Keeps nothing. */
  TrialStore NONE = new TrialStore() {
    @Override
    public Optional<Finished> find(TrialKey key) {
      return Optional.empty();
    }

    @Override
    public void keep(TrialKey key, Finished finished) {}
  };

  /** A finished trial; asked on several threads at once. */
  Optional<Finished> find(TrialKey key);

  /** Keeps a finished trial; told in the order of the study, on one thread. */
  void keep(TrialKey key, Finished finished);
}
