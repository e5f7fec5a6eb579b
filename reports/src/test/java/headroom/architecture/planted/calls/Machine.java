package headroom.architecture.planted.calls;

/** Does what the ban of this name forbids. */
final class Machine {

  int cores() {
    return Runtime.getRuntime().availableProcessors();
  }
}
