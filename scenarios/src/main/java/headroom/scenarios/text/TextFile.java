package headroom.scenarios.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The text of a small UTF-8 file, or one clear complaint. */
public final class TextFile {

  /** The largest file that is read whole, in bytes. */
  public static final int LARGEST_BYTES = 10_000_000;

  private TextFile() {}

  /**
   * Reads a file, called {@code name} in messages.
   *
   * @throws InputException when it is missing, a folder, unreadable, too large or not text
   */
  public static String read(Path file, String name) {
    requireFile(file, name);
    try (InputStream in = Files.newInputStream(file)) {
      return text(in.readNBytes(LARGEST_BYTES + 1), name);
    } catch (AccessDeniedException e) {
      throw new InputException(Position.ofFile(name), "may not be read: permission denied");
    } catch (IOException e) {
      throw new InputException(Position.ofFile(name), "cannot be read");
    }
  }

  /**
   * Requires an existing file that is no folder.
   *
   * @throws InputException when it is not there
   */
  static void requireFile(Path file, String name) {
    if (Files.isDirectory(file)) {
      throw new InputException(Position.ofFile(name), "is a folder; name a file in it");
    }
    if (!Files.exists(file)) {
      throw new InputException(Position.ofFile(name), "no such file");
    }
  }

  private static String text(byte[] bytes, String name) {
    if (bytes.length > LARGEST_BYTES) {
      throw new InputException(Position.ofFile(name), "is larger than 10 MB; too large to be read");
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    boolean malformed = decoder.decode(in, chars, true).isError();
    chars.flip();
    String text = chars.toString();
    requireText(text, name);
    if (malformed) {
      String found = String.format(Locale.ROOT, "0x%02X", bytes[in.position()]);
      throw new InputException(
          end(text, name), "byte " + found + " is not UTF-8 text; save the file as UTF-8");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** A control character says that this is no text file at all. */
  private static void requireText(String text, String name) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isControl(c)) {
        throw new InputException(
            end(text.substring(0, i), name), "is not a text file (it holds control characters)");
      }
    }
  }

  static boolean isControl(int c) {
    return c == 0x7F || (c < ' ' && c != '\n' && c != '\r' && c != '\t');
  }

  private static Position end(String text, String name) {
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    int column = text.length() - text.lastIndexOf('\n');
    return new Position(name, line, column);
  }
}
