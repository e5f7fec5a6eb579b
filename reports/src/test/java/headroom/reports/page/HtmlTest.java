package headroom.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HtmlTest {

  @Test
  void textAndValuesAreEscaped() {
    String page = new Html().element("p", "<b>&", "title", "\"'>").finish();
    assertEquals("<!DOCTYPE html>\n<p title=\"&quot;&#39;&gt;\">&lt;b&gt;&amp;</p>\n", page);
  }

  @Test
  void namesThatCouldRunOrLoadAreRefused() {
    for (String attribute : new String[] {"onclick", "style", "src", "x y", "a>b"}) {
      assertThrows(
          IllegalArgumentException.class, () -> new Html().open("p", attribute, "v"), attribute);
    }
    assertThrows(IllegalArgumentException.class, () -> new Html().open("script"));
    assertThrows(
        IllegalArgumentException.class, () -> new Html().open("a", "href", "javascript:x()"));
    assertThrows(IllegalArgumentException.class, () -> new Html().styleSheet("</style><p>"));
  }

  @Test
  void everyElementIsClosedInTurn() {
    assertThrows(IllegalStateException.class, () -> new Html().open("p").finish());
    assertThrows(
        IllegalStateException.class, () -> new Html().open("p").open("b").close("p"));
  }
}
