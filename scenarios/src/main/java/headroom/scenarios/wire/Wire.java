package headroom.scenarios.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One value as bytes, and back. */
public final class Wire {

  private Wire() {}

  /** A value as bytes. */
  public static byte[] bytes(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new WireWriter(new DataOutputStream(bytes)).write(value);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * A value from its bytes.
   *
   * @throws IOException when they are not those of such a value in this version
   */
  public static <T> T read(byte[] bytes, Class<T> type) throws IOException {
    return new WireReader(new DataInputStream(new ByteArrayInputStream(bytes))).read(type);
  }
}
