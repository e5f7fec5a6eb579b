package headroom.reports.figure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A colour with its meaning, in the light and the dark page, and the dash that goes with it.
 *
 * <p>Neighbours in the series differ in hue for the common kinds of colour blindness (blue against
 * orange first), in lightness, and as lines in their dash, so that greyscale tells them apart.
 */
public enum Tone {
  FIRST(0x163F82, 0x9CC4FF, ""),
  SECOND(0xB84E06, 0xF08C3C, "7 3"),
  THIRD(0x3F9DD3, 0x2F8FD0, "2 2.5"),
  FOURTH(0x6D2B6B, 0xE3A6E0, "9 3 2 3"),
  FIFTH(0x8B8A14, 0x9A972B, "4 2"),
  SIXTH(0x68727F, 0xB4BDC9, "1 3"),
  TARGET(0x3C4654, 0xC3CBD6, "4 3"),
  TROUBLE(0xB3261E, 0xFF8A80, ""),
  TEXT(0x1C2430, 0xE8ECF2, ""),
  FAINT(0x586272, 0xA3ADBB, ""),
  GRID(0xDDE2E9, 0x3A4350, ""),
  PAPER(0xFFFFFF, 0x171C23, "");

  private final int light;
  private final int dark;
  private final String dash;

  Tone(int light, int dark, String dash) {
    this.light = light;
    this.dark = dark;
    this.dash = dash;
  }

  /** The tones of series, in the order in which they are given out. */
  public static List<Tone> series() {
    return List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH);
  }

  public int lightRgb() {
    return light;
  }

  public int darkRgb() {
    return dark;
  }

  /** Lengths of dash and gap in turn; empty for a solid line. */
  public List<Float> dash() {
    return dash.isEmpty()
        ? List.of()
        : Stream.of(dash.split(" ", -1)).map(Float::valueOf).toList();
  }

  /** The name of the style sheet's variable that holds the colour: {@code --tone-first}. */
  public String variable() {
    return "--tone-" + name().toLowerCase(Locale.ROOT);
  }

  /** A colour as style sheets write it: {@code #1b4f9c}. */
  public static String css(int rgb) {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }
}
