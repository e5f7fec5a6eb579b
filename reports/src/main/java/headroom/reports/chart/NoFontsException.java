package headroom.reports.chart;

/** Thrown when this machine has no font, without which Java cannot measure a chart's text. */
public final class NoFontsException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  NoFontsException(Throwable cause) {
    super(
        "charts need a font and this machine has none; install one, on Debian or Ubuntu with "
            + "'apt-get install fontconfig fonts-dejavu-core', on Fedora with "
            + "'dnf install fontconfig dejavu-sans-fonts', on Alpine with "
            + "'apk add fontconfig ttf-dejavu'",
        cause);
  }
}
