package headroom.architecture.planted.calls;

/** Does what the ban of this name forbids. */
@SuppressWarnings("DefaultCharset")
final class DefaultCharset {

  byte[] bytes(String text) {
    return text.getBytes();
  }
}
