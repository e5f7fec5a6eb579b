package headroom.scenarios.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Thrown when a trial could not be written to the journal; the trials before it stay there. */
public final class JournalFailed extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  JournalFailed(IOException cause) {
    super(
        "the journal cannot be written to ("
            + cause.getMessage()
            + "); what is in it stays: make room and go on with --resume",
        cause);
  }
}
