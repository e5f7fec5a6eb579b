package headroom.reports.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import headroom.reports.page.PrintPage;
import headroom.reports.page.ReportContent;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** A report as a PDF file: the page's words, tables and charts on numbered sheets. */
public final class PdfFile {

  // Charts draw their letters as outlines: the renderer sets text of SVG in a font given to it at a
  // size of one dot.
  private static final Set<FSFontUseCase> TEXT = EnumSet.of(FSFontUseCase.DOCUMENT);

  private PdfFile() {}

  /**
   * Writes it; the same content gives the same bytes on one machine and Java.
   *
   * @throws NoPdfFontsException when there is no font to embed
   */
  public static void write(ReportContent content, OutputStream out) throws IOException {
    PrintPage page = new PrintPage(content);
    PdfFonts fonts = PdfFonts.of(page.text());
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.OFF));
    PdfRendererBuilder builder = new PdfRendererBuilder()
        .useSVGDrawer(new BatikSVGDrawer())
        .useUriResolver((base, uri) -> uri != null && uri.startsWith("#") ? uri : null)
        .withHtmlContent(page.xhtml(families(fonts), told(fonts.missing())), null);
    font(builder, fonts.plain(), PrintPage.PLAIN, 400);
    font(builder, fonts.bold(), PrintPage.PLAIN, 700);
    font(builder, fonts.even(), PrintPage.EVEN, 400);
    for (int i = 0; i < fonts.others().size(); i++) {
      font(builder, fonts.others().get(i), other(i), 400);
    }
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      PDDocument document = renderer.createPDFKeepOpen();
      // Neither the clock nor chance is in it.
      PDDocumentInformation about = new PDDocumentInformation();
      about.setTitle(content.title());
      about.setProducer("Headroom " + content.version());
      document.setDocumentInformation(about);
      document.setDocumentId(1L);
      document.save(out);
    }
  }

  /**
   * The file of the font that all text would be set in.
   *
   * @throws NoPdfFontsException when there is none
   */
  public static String font() {
    return PdfFonts.of("").plain().getPath();
  }

  private static void font(PdfRendererBuilder builder, File file, String family, int weight) {
    builder.useFont(file, family, weight, FontStyle.NORMAL, true, TEXT);
  }

  private static String other(int index) {
    return "other" + index;
  }

  private static List<String> families(PdfFonts fonts) {
    return IntStream.range(0, fonts.others().size()).mapToObj(PdfFile::other).toList();
  }

  /** What a character without a glyph is written as. */
  private static SortedMap<Integer, String> told(SortedSet<Integer> missing) {
    return missing.stream()
        .collect(Collectors.toMap(
            c -> c,
            c -> String.format(Locale.ROOT, "[U+%04X]", c),
            (one, same) -> one,
            TreeMap::new));
  }
}
