package headroom.reports.export;

import headroom.scenarios.text.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Writes comma-separated values as RFC 4180 has them, but with {@code \n} at the end of a line:
 * UTF-8, quotes where needed, numbers as short as they read back the same.
 *
 * <p>Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers never.
 */
final class CsvWriter implements AutoCloseable {

  private final Writer out;
  private boolean atStart = true;

  CsvWriter(OutputStream out) {
    this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  /** Writes one line of names. */
  void header(Iterable<String> names) throws IOException {
    for (String name : names) {
      text(name);
    }
    endLine();
  }

  CsvWriter text(String value) throws IOException {
    return cell(quoted(isFormula(value) ? "'" + value : value));
  }

  CsvWriter number(long value) throws IOException {
    return cell(Long.toString(value));
  }

  /** A number; an empty cell when there is none (NaN) or it is not finite. */
  CsvWriter number(double value) throws IOException {
    return cell(Double.isFinite(value) ? Numbers.text(value) : "");
  }

  /** An exact decimal with the decimals it has. */
  CsvWriter number(BigDecimal value) throws IOException {
    return cell(value.toPlainString());
  }

  void endLine() throws IOException {
    out.write('\n');
    atStart = true;
  }

  private CsvWriter cell(String text) throws IOException {
    if (!atStart) {
      out.write(',');
    }
    atStart = false;
    out.write(text);
    return this;
  }

  private static boolean isFormula(String value) {
    return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
  }

  private static String quoted(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
