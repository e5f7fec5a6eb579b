package headroom.scenarios.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Pulls the members of a JSON file (UTF-8, also gzipped) one at a time, so that memory does not grow
 * with the file.
 */
public final class JsonReader implements AutoCloseable {

  private final String name;
  private final JsonParser parser;

  private JsonReader(String name, JsonParser parser) {
    this.name = name;
    this.parser = parser;
  }

  /**
   * Opens a file, called {@code name} in messages, at its outermost value.
   *
   * @throws InputException when it is missing, a folder, unreadable or not JSON
   */
  public static JsonReader open(Path file, String name) {
    TextFile.requireFile(file, name);
    try {
      JsonReader reader = new JsonReader(
          name, JsonFactory.builder().build().createParser(ObjectReadContext.empty(), bytes(file)));
      reader.step();
      return reader;
    } catch (IOException e) {
      throw new InputException(Position.ofFile(name), "cannot be read");
    }
  }

  private static InputStream bytes(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
  }

  /**
   * Steps through the object at hand: each member's name is told while its value is at hand; a value
   * that is not looked at is passed over.
   */
  public void members(Consumer<String> member) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw wrong("must be an object here");
    }
    while (step() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      step();
      member.accept(key);
      if (parser.currentToken() != null && parser.currentToken().isStructStart()) {
        pass();
      }
    }
  }

  /** The text of the value at hand: of a string, number or word. */
  public String text() {
    if (!parser.currentToken().isScalarValue()) {
      throw wrong("must be a text here");
    }
    try {
      return parser.getString();
    } catch (JacksonException e) {
      throw wrong("is not JSON: " + e.getOriginalMessage());
    }
  }

  private void pass() {
    try {
      parser.skipChildren();
    } catch (JacksonException e) {
      throw wrong("is not JSON: " + e.getOriginalMessage());
    }
  }

  private JsonToken step() {
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw wrong("ends too early");
      }
      return token;
    } catch (JacksonException e) {
      throw wrong("is not JSON: " + e.getOriginalMessage());
    }
  }

  /** A complaint about the place at hand. */
  public InputException wrong(String what) {
    int line = parser.currentTokenLocation().getLineNr();
    return new InputException(Position.ofLine(name, Math.max(1, line)), what);
  }

  @Override
  public void close() {
    parser.close();
  }
}
