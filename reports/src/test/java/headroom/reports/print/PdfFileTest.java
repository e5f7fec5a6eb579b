package headroom.reports.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.reports.page.ReportContent;
import headroom.reports.page.SaleContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfFileTest {

  private static byte[] pdf(ReportContent content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfFile.write(content, out);
    return out.toByteArray();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00A0', ' ');
    }
  }

  @Test
  void hasTheAnswerTheChartsWordsAndPageNumbersAndEmbedsItsFonts() throws IOException {
    byte[] pdf = pdf(SaleContent.plain());
    String text = text(pdf);
    assertTrue(text.contains("web-shop costs 531 ± 9 USD per month"), text.substring(0, 500));
    assertTrue(text.contains("Requests offered and what the fleet can serve"), "a chart's title");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int pages = document.getNumberOfPages();
      assertTrue(pages > 5, "" + pages);
      assertTrue(text.contains("page " + pages + " of " + pages));
      List<String> fonts = new ArrayList<>();
      for (PDPage page : document.getPages()) {
        fonts(page.getResources(), fonts);
      }
      assertFalse(fonts.isEmpty());
    }
  }

  private static void fonts(PDResources resources, List<String> seen) throws IOException {
    for (COSName name : resources.getFontNames()) {
      PDFont font = resources.getFont(name);
      seen.add(font.getName());
      assertTrue(font.isEmbedded(), font.getName());
    }
  }

  @Test
  void theSameContentGivesTheSameBytesAndHostileNamesAreText() throws IOException {
    String script = "<script>alert(\"1\")</script>";
    String rare = "x\uDBFF\uDFFDy"; // for private use: no font has it
    ReportContent content = SaleContent.named(script, rare, "שלום");
    byte[] pdf = pdf(content);
    assertArrayEquals(pdf, pdf(content));
    String text = text(pdf);
    assertTrue(text.contains(script), text.substring(0, 300));
    assertTrue(text.contains("x[U+10FFFD]y"), "written by its number");
    assertTrue(text.contains("Characters without a glyph"), "and listed");
  }

  @Test
  void aMachineWithoutFontsIsToldWhatItLacks() {
    List<Path> none = List.of();
    NoPdfFontsException refused =
        assertThrows(NoPdfFontsException.class, () -> PdfFonts.of("text", none));
    assertEquals(
        "a PDF needs a TrueType font, and none was found on this machine (Debian, Ubuntu: apt-get"
            + " install fonts-dejavu-core)",
        refused.getMessage());
  }
}
