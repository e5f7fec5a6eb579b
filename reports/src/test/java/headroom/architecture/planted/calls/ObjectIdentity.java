package headroom.architecture.planted.calls;

/** Does what the ban of this name forbids. */
final class ObjectIdentity {

  int identity(Object any) {
    return System.identityHashCode(any);
  }
}
