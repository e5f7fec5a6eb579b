package headroom.scenarios.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Splits a CSV file into rows of texts by RFC 4180, and counts lines. */
final class CsvRows implements AutoCloseable {

  private static final int LONGEST_ROW = 100_000;
  private static final int END = -1;

  private final String name;
  private final PushbackReader in;
  private int line = 1;
  private int rowLine = 1;
  private boolean begun;

  private CsvRows(String name, PushbackReader in) {
    this.name = name;
    this.in = in;
  }

  static CsvRows open(Path file, String name) {
    TextFile.requireFile(file, name);
    try {
      return new CsvRows(name, new PushbackReader(decoded(unzipped(file)), 1));
    } catch (IOException e) {
      throw new InputException(Position.ofFile(name), "cannot be read");
    }
  }

  private static InputStream unzipped(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      return file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static Reader decoded(InputStream bytes) {
    return new java.io.BufferedReader(
        new InputStreamReader(
            bytes,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)),
        1 << 16);
  }

  /** The line where the last row started. */
  int line() {
    return rowLine;
  }

  /** The next row; without values at the end of the file. */
  List<String> next() {
    try {
      passByteOrderMark();
      passEmptyLines();
      rowLine = line;
      return row();
    } catch (CharacterCodingException e) {
      throw wrong("is not UTF-8 text");
    } catch (IOException e) {
      throw wrong("cannot be read on; is the file complete?");
    }
  }

  private void passByteOrderMark() throws IOException {
    if (!begun) {
      skip('\uFEFF');
      begun = true;
    }
  }

  private void passEmptyLines() throws IOException {
    while (true) {
      boolean carriage = skip('\r');
      if (!skip('\n') && !carriage) {
        return;
      }
      line++;
    }
  }

  private List<String> row() throws IOException {
    List<String> values = new ArrayList<>();
    int length = 0;
    int c = in.read();
    if (c == END) {
      return List.of();
    }
    while (true) {
      StringBuilder value = new StringBuilder();
      c = c == '"' ? quoted(value) : plain(c, value);
      values.add(value.toString());
      length += value.length() + 1;
      if (length > LONGEST_ROW) {
        throw wrong("a row is longer than " + LONGEST_ROW + " characters; is this a CSV file?");
      }
      if (c != ',') {
        return values;
      }
      c = in.read();
    }
  }

  private int plain(int first, StringBuilder value) throws IOException {
    int c = first;
    while (c != ',' && c != END && c != '\n' && c != '\r') {
      append(value, c);
      c = in.read();
    }
    return ended(c);
  }

  private int quoted(StringBuilder value) throws IOException {
    while (true) {
      int c = in.read();
      if (c == END) {
        throw wrong("a quote is opened and never closed");
      }
      if (c == '"' && !skip('"')) {
        return ended(in.read());
      }
      line += c == '\n' ? 1 : 0;
      append(value, c);
    }
  }

  private void append(StringBuilder value, int c) {
    if (TextFile.isControl(c)) {
      throw wrong("is not a text file (it holds control characters)");
    }
    if (value.length() > LONGEST_ROW) {
      throw wrong("a row is longer than " + LONGEST_ROW + " characters; is this a CSV file?");
    }
    value.append((char) c);
  }

  private int ended(int c) throws IOException {
    if (c == '\r') {
      skip('\n');
    }
    if (c == '\n' || c == '\r') {
      line++;
    } else if (c != ',' && c != END) {
      throw wrong("text follows a closing quote");
    }
    return c;
  }

  private boolean skip(char wanted) throws IOException {
    int c = in.read();
    if (c != END && c != wanted) {
      in.unread(c);
    }
    return c == wanted;
  }

  private InputException wrong(String message) {
    return new InputException(Position.ofLine(name, line), message);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw wrong("cannot be closed");
    }
  }
}
