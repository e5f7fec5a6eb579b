package headroom.reports.export;

/** Thrown when results must not be written where they were asked for; the message says a cure. */
public final class FolderRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FolderRefused(String message) {
    super(message);
  }
}
