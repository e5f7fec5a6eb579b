package headroom.scenarios.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What differs between two texts, under the lines that lead there. */
class LineDiffTest {

  @Test
  void aChangedLineStandsUnderItsParents() {
    String before = "scenario: a\ngroups:\n  web:\n    type: m5.large\n    size: 3\nslo: x\n";
    String after = "scenario: a\ngroups:\n  web:\n    type: m5.large\n    size: 4\nslo: x\n";
    assertEquals("""
          groups:
            web:
        -     size: 3
        +     size: 4
        """, LineDiff.of(before, after));
  }

  @Test
  void equalTextsDifferInNothing() {
    assertEquals("", LineDiff.of("a\nb\n", "a\nb\n"));
  }

  @Test
  void whatIsOnlyInOneIsTold() {
    assertEquals("+ b\n", LineDiff.of("a\n", "a\nb\n"));
    assertEquals("- a\n", LineDiff.of("a\nb\n", "b\n"));
  }
}
