package headroom.architecture.planted.calls;

import java.math.BigDecimal;

/** Does what the ban of this name forbids. */
final class TextOfADouble {

  BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value);
  }
}
