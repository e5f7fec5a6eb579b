package headroom.billing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How large an instance size is beside others of its family, in quarters of the provider's
 * normalisation factor, so that all are whole: nano 1, small 4, xlarge 32 (sheet §2.3, [B4]).
 */
final class SizeFactor {

  private static final long XLARGE = 32;

  private static final Map<String, Long> SMALL = new java.util.TreeMap<>(
      Map.of("nano", 1L, "micro", 2L, "small", 4L, "medium", 8L, "large", 16L, "xlarge", XLARGE));

  // A metal size has the factor of the virtual size of the same host.
  private static final Map<String, Long> METAL =
      new java.util.TreeMap<>(Map.of("i3.metal", 512L, "m5.metal", 768L));

  /** Families of which a reserved size covers that size alone. */
  private static final List<String> RIGID =
      List.of("g4ad", "g4dn", "g5", "g5g", "inf1");

  private SizeFactor() {}

  static String family(String type) {
    int dot = type.indexOf('.');
    return dot < 0 ? type : type.substring(0, dot);
  }

  static boolean isFlexible(String type) {
    return !RIGID.contains(family(type)) && of(type).isPresent();
  }

  /** Quarters of the normalisation factor; empty for a size that has none. */
  static OptionalLong of(String type) {
    String size = type.substring(type.indexOf('.') + 1);
    Optional<Long> known = Optional.ofNullable(SMALL.get(size))
        .or(() -> Optional.ofNullable(METAL.get(type)))
        .or(() -> large(size));
    return known.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /** So many times xlarge: "24xlarge". */
  private static Optional<Long> large(String size) {
    return size.matches("[1-9][0-9]{0,2}xlarge")
        ? Optional.of(XLARGE * Long.parseLong(size.substring(0, size.indexOf('x'))))
        : Optional.empty();
  }
}
