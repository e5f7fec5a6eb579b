package headroom.architecture.planted.high;

import headroom.architecture.planted.low.Low;

/** Imports a lower level, and closes a circle. */
public record High(Low low) {

  public int value() {
    return low.value();
  }
}
