package headroom.reports.print;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/** A TrueType file, asked for the characters it has a glyph for. */
final class FontFile implements AutoCloseable {

  private final Path path;
  private final TrueTypeFont font;
  private final CmapLookup glyphs;

  private FontFile(Path path, TrueTypeFont font, CmapLookup glyphs) {
    this.path = path;
    this.font = font;
    this.glyphs = glyphs;
  }

  static FontFile open(Path path) throws IOException {
    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(path.toFile()));
    return new FontFile(path, font, font.getUnicodeCmapLookup());
  }

  boolean has(int character) {
    return glyphs.getGlyphId(character) != 0;
  }

  File file() {
    return path.toFile();
  }

  @Override
  public void close() throws IOException {
    font.close();
  }
}
