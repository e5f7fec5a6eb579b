package headroom.architecture.planted.low;

import headroom.architecture.planted.high.High;

/** Imports a higher level. */
public final class LowImportsHigh {

  public int value(High high) {
    return high.value();
  }
}
