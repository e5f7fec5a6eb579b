package headroom.reports.print;

/** This machine has no font that a PDF can embed. */
public final class NoPdfFontsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoPdfFontsException() {
    super("a PDF needs a TrueType font, and none was found on this machine"
        + " (Debian, Ubuntu: apt-get install fonts-dejavu-core)");
  }
}
