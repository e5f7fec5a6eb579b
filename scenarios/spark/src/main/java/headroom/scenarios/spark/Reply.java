package headroom.scenarios.spark;

import headroom.RunFailure;
import headroom.results.Run;
import headroom.scenarios.experiment.RemoteFailure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/**
 * What an executor answers: a run, or why there is none.
 *
 * @param run the run
 * @param failure what was thrown instead
 */
record Reply(Optional<Run> run, Optional<Failure> failure) {

  /**
   * What a replication threw.
   *
   * @param isRunFailure whether the engine said itself that the run cannot be finished
   * @param isLimit whether it did so since the run grew beyond a stated bound
   * @param message what it said
   * @param told class and message
   * @param trace where
   */
  record Failure(boolean isRunFailure, boolean isLimit, String message, String told, String trace) {

    private static Failure of(RuntimeException thrown) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      return new Failure(
          thrown instanceof RunFailure,
          thrown instanceof RunFailure run && run.isLimit(),
          String.valueOf(thrown.getMessage()),
          thrown.toString(),
          trace.toString());
    }

    private RuntimeException again() {
      return isRunFailure ? new RunFailure(message, isLimit) : new RemoteFailure(told, trace);
    }
  }

  static Reply of(Run run) {
    return new Reply(Optional.of(run), Optional.empty());
  }

  static Reply of(RuntimeException thrown) {
    return new Reply(Optional.empty(), Optional.of(Failure.of(thrown)));
  }

  /**
   * The run.
   *
   * @throws RuntimeException what was thrown in its place
   */
  Run runOrThrow() {
    return run.orElseThrow(() -> failure.orElseThrow().again());
  }
}
