package headroom.scenarios.yaml;

import headroom.scenarios.text.InputException;
import headroom.scenarios.text.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** What a scenario is, as a number: SHA-256 over its full text and every file that it reads. */
final class Digest {

  private Digest() {}

  /**
   * The digest in hexadecimal.
   *
   * @param text the scenario in full
   * @param files the files it reads, by the name it gives them
   */
  static String of(String text, Map<String, Path> files) {
    MessageDigest digest = sha256();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    files.forEach((name, file) -> {
      digest.update(("\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(content(file, name));
    });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The digest of a file, so that no two lists of files give the same bytes. */
  private static byte[] content(Path file, String name) {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw new InputException(Position.ofFile(name), "cannot be read");
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
