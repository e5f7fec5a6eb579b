package headroom.billing;

import java.util.List;
import java.util.OptionalLong;

/**
 * How large an instance size is beside others of its family, in quarters of the provider's
 * normalisation factor, so that all are whole: nano 1, small 4, xlarge 32 (sheet §2.3, [B4]).
 */
final class SizeFactor {

  private static final long XLARGE = 32;

  /** Families of which a reserved size covers that size alone. */
  private static final List<String> RIGID = List.of("g4ad", "g4dn", "g5", "g5g", "inf1");

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
    return switch (size) {
      case "nano" -> OptionalLong.of(1);
      case "micro" -> OptionalLong.of(2);
      case "small" -> OptionalLong.of(4);
      case "medium" -> OptionalLong.of(8);
      case "large" -> OptionalLong.of(16);
      case "xlarge" -> OptionalLong.of(XLARGE);
      case "metal" -> metal(type);
      default -> large(size);
    };
  }

  /** A metal size has the factor of the virtual size of the same host. */
  private static OptionalLong metal(String type) {
    return switch (type) {
      case "i3.metal" -> OptionalLong.of(512);
      case "m5.metal" -> OptionalLong.of(768);
      default -> OptionalLong.empty();
    };
  }

  /** So many times xlarge: "24xlarge". */
  private static OptionalLong large(String size) {
    return size.matches("[1-9][0-9]{0,2}xlarge")
        ? OptionalLong.of(XLARGE * Long.parseLong(size.substring(0, size.indexOf('x'))))
        : OptionalLong.empty();
  }
}
