package headroom.scenarios.experiment;

/** Thrown when a journal cannot be gone on with: what is there, and what would work. */
public final class JournalRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JournalRefused(String message) {
    super(message);
  }
}
