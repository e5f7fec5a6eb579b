package headroom.reports.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A stream that remembers why it could no longer be written to, since a print stream only says that
 * it could not. A reader that went away ({@code | head}) is no failure.
 */
final class Watched extends OutputStream {

  private final OutputStream out;
  private String failure = "";

  Watched(OutputStream out) {
    this.out = out;
  }

  /** Why not everything could be written, unless nobody wanted to read it. */
  Optional<String> failure() {
    return failure.isEmpty() || failure.contains("Broken pipe")
        ? Optional.empty()
        : Optional.of(failure);
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    try {
      out.write(octets, from, length);
    } catch (IOException failed) {
      failure = String.valueOf(failed.getMessage());
      throw failed;
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
