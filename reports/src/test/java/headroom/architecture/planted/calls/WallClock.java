package headroom.architecture.planted.calls;

/** Does what the ban of this name forbids. */
final class WallClock {

  long now() {
    return System.nanoTime();
  }
}
