package headroom.architecture.planted.calls;

/** Does what the ban of this name forbids. */
final class Files {

  boolean isThere(String name) {
    return new java.io.File(name).exists();
  }
}
