package headroom.reports.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A word that nobody can guess, without which the page answers nothing. */
record Token(String word) {

  private static final int BYTES = 16;

  static Token random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Token(HexFormat.of().formatHex(bytes));
  }

  /** Takes as long for a word that is nearly right as for one that is not. */
  boolean is(String said) {
    return MessageDigest.isEqual(
        word.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
  }
}
