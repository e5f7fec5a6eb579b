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

  /** The key of a replication; a warm-up that was found is no part of the scenario's digest. */
  static TrialKey of(String version, Trial trial, long seed) {
    String found = trial.settling().map(each -> each.warmUp() + "\n").orElse("");
    return of(version, trial.origin(), seed, found);
  }

  /** The key of a run that is made to find the warm-up. */
  static TrialKey ofPilot(String version, Origin origin, long seed) {
    return of(version, origin, seed, "pilot\n");
  }

  private static TrialKey of(String version, Origin origin, long seed, String more) {
    String text = version + "\n" + origin.runDigest() + "\n" + seed + "\n" + more;
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] octets = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return new TrialKey(HexFormat.of().formatHex(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
