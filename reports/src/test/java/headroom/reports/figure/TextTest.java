package headroom.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void markupIsWrittenOut() {
    assertEquals(
        "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;",
        Text.escaped("<script>alert(\"1\" & '2')</script>"));
  }

  @Test
  void whatReordersOrHidesIsReplaced() {
    assertEquals("a\uFFFDb\uFFFDc\uFFFDd", Text.visible("a\u202Eb\u0000c\u2066d"));
    assertEquals("\uFFFD", Text.visible("\uD800"));
    assertEquals("\uFFFD", Text.visible("\uFFFF"));
  }

  @Test
  void scriptsOfAllPeoplesAndEmojiStay() {
    String text = "שלום العربية 日本語 🚀 naïve\n";
    assertEquals(text, Text.visible(text));
  }

  @Test
  void cuttingNeverSplitsACharacter() {
    assertEquals("ab🚀", Text.cut("ab🚀", 3));
    assertEquals("a🚀…", Text.cut("a🚀🚀b", 3));
    assertEquals("a🚀🚀b", Text.cutWithin("a🚀🚀b", 4));
    assertEquals("🚀…🚀b", Text.cutWithin("🚀aaaa🚀b", 4));
    assertEquals("mean=…size=2", Text.cutWithin("mean=12h, zones=[a], size=2", 12));
  }
}
