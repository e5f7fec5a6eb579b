package headroom.reports.page;

import headroom.reports.figure.Tone;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The page's style: the tones as variables for the light and the dark page, and the sheet. */
public final class StyleSheet {

  private StyleSheet() {}

  static String css() {
    return tones() + sheet("report.css");
  }

  /** The tones alone, for another page that shall look like it. */
  public static String tones() {
    return ":root {\n  color-scheme: light dark;\n" + variables(Tone::lightRgb) + "}\n"
        + "@media screen and (prefers-color-scheme: dark) {\n  :root {\n"
        + variables(Tone::darkRgb) + "  }\n}\n";
  }

  private static String variables(ToIntFunction<Tone> rgb) {
    return Arrays.stream(Tone.values())
        .map(tone -> "  " + tone.variable() + ": " + Tone.css(rgb.applyAsInt(tone)) + ";\n")
        .collect(Collectors.joining());
  }

  /** The sheet for paper; {@code fonts} are further families, each after a comma. */
  static String print(String fonts) {
    return sheet("print.css").replace(" FALLBACK", fonts);
  }

  private static String sheet(String name) {
    try (InputStream in = StyleSheet.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
