package headroom.scenarios.experiment;

/** Thrown when a study of several variants is asked to batch one run, or to pair replications. */
public final class TechniqueRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TechniqueRefused() {
    super(
        "experiment.batches and experiment.variates are for headroom run: variants are compared on"
            + " the same luck instead; --set experiment.batches=null --set experiment.variates=none");
  }
}
