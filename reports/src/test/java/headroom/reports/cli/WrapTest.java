package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrapTest {

  @Test
  void linesBreakBetweenWordsAndAreIndentedAfterTheFirst() {
    assertEquals(
        List.of("one two", "  three", "  four"), Wrap.lines("one two three four", 8, "  "));
  }

  @Test
  void whatFitsStaysOneLineToTheLastCharacter() {
    assertEquals(List.of("12345678"), Wrap.lines("12345678", 8, "  "));
    assertEquals(List.of("1234", "  678"), Wrap.lines("1234 678", 7, "  "));
  }

  @Test
  void aWordLongerThanALineStaysWhole() {
    assertEquals(
        List.of("report:", "  headroom-out/web-shop/report.html", "  end"),
        Wrap.lines("report: headroom-out/web-shop/report.html end", 20, "  "));
    assertEquals(List.of("abcdefghij"), Wrap.lines("abcdefghij", 4, "  "));
  }

  @Test
  void charactersCountNotTheirCodeUnits() {
    assertEquals(List.of("𝒶𝒷𝒸 𝒹"), Wrap.lines("𝒶𝒷𝒸 𝒹", 5, "  "));
  }
}
