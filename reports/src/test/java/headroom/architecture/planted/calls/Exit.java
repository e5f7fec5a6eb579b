package headroom.architecture.planted.calls;

/** Does what the ban of this name forbids. */
final class Exit {

  void end() {
    System.exit(1);
  }
}
