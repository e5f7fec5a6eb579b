package headroom.scenarios.experiment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which run of which scenario by which version: what has the same key gives the same figures, at
 * whatever price.
 *
 * @param hex SHA-256 over those, in hexadecimal
 */
public record TrialKey(String hex) {

  static TrialKey of(String version, Origin origin, long seed) {
    String text = version + "\n" + origin.runDigest() + "\n" + seed + "\n";
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] octets = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return new TrialKey(HexFormat.of().formatHex(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
