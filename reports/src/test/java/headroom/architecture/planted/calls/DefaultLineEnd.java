package headroom.architecture.planted.calls;

/** Does what the ban of this name forbids. */
final class DefaultLineEnd {

  String end() {
    return System.lineSeparator();
  }
}
