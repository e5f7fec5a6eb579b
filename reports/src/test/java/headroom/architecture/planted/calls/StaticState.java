package headroom.architecture.planted.calls;

/** Does what the ban of this name forbids. */
@SuppressWarnings("NonFinalStaticField")
final class StaticState {

  static int calls;

  int count() {
    return ++calls;
  }
}
