package headroom.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvWriterTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void whatWouldBreakALineIsQuoted() throws IOException {
    try (CsvWriter csv = new CsvWriter(out)) {
      csv.header(List.of("a", "b,c", "d\"e"));
      csv.text("x\ny").text("").text("ünï").endLine();
    }
    assertEquals("a,\"b,c\",\"d\"\"e\"\n\"x\ny\",,ünï\n", text());
  }

  @Test
  void textThatASpreadsheetWouldCarryOutIsDisarmedAndNumbersAreNot() throws IOException {
    try (CsvWriter csv = new CsvWriter(out)) {
      csv.text("=cmd|' /C calc'!A0").text("@x").text("+1").text("-1").text("a=b");
      csv.number(-1.5).number(-2L).number(new BigDecimal("-3.00")).endLine();
    }
    assertEquals("'=cmd|' /C calc'!A0,'@x,'+1,'-1,a=b,-1.5,-2,-3.00\n", text());
  }

  @Test
  void numbersAreAsShortAsTheyReadBackTheSameAndMoneyKeepsItsDigits() throws IOException {
    try (CsvWriter csv = new CsvWriter(out)) {
      csv.number(0.1).number(0.1 + 0.2).number(100.0).number(2e-3).number(-0.0);
      csv.number(Double.NaN).number(Double.POSITIVE_INFINITY);
      csv.number(new BigDecimal("0.100000000000")).endLine();
    }
    assertEquals("0.1,0.30000000000000004,100,0.002,0,,,0.100000000000\n", text());
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
