package headroom.reports.print;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The TrueType fonts of this machine that a text needs: a plain, a bold and an even one, and others
 * for the characters that these lack.
 *
 * @param plain for all text
 * @param bold for headings
 * @param even in which every character is equally wide
 * @param others for characters that the plain one lacks
 * @param missing characters that none has
 */
record PdfFonts(File plain, File bold, File even, List<File> others, TreeSet<Integer> missing) {

  private static final List<String> FOLDERS = List.of(
      "/usr/share/fonts",
      "/usr/local/share/fonts",
      "/Library/Fonts",
      "/System/Library/Fonts",
      "C:/Windows/Fonts");

  /** Families that cover Latin with its signs, the best first. */
  private static final List<List<String>> FAMILIES = List.of(
      List.of("dejavusans.ttf", "dejavusans-bold.ttf", "dejavusansmono.ttf"),
      List.of("notosans-regular.ttf", "notosans-bold.ttf", "notosansmono-regular.ttf"),
      List.of(
          "liberationsans-regular.ttf", "liberationsans-bold.ttf", "liberationmono-regular.ttf"),
      List.of("arial.ttf", "arialbd.ttf", "cour.ttf"),
      List.of("arial.ttf", "arial bold.ttf", "courier new.ttf"));

  /** The fonts of this machine for a text. */
  static PdfFonts of(String text) {
    return of(text, files());
  }

  static PdfFonts of(String text, List<Path> files) {
    if (files.isEmpty()) {
      throw new NoPdfFontsException();
    }
    Path plain = file(files, 0).orElse(files.get(0));
    Path bold = file(files, 1).orElse(plain);
    Path even = file(files, 2).orElse(plain);
    TreeSet<Integer> wanted = new TreeSet<>();
    text.codePoints().filter(c -> c >= ' ').forEach(wanted::add);
    take(plain, wanted);
    List<File> others = new ArrayList<>();
    Iterator<Path> more = files.iterator();
    while (!wanted.isEmpty() && more.hasNext()) {
      Path file = more.next();
      if (take(file, wanted)) {
        others.add(file.toFile());
      }
    }
    return new PdfFonts(plain.toFile(), bold.toFile(), even.toFile(), others, wanted);
  }

  private static Optional<Path> file(List<Path> files, int style) {
    return FAMILIES.stream()
        .flatMap(family -> files.stream().filter(file -> name(file).equals(family.get(style))))
        .findFirst();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  /** Takes out what the font has; says whether it was of use. A font that is broken is of none. */
  private static boolean take(Path file, TreeSet<Integer> wanted) {
    try (FontFile font = FontFile.open(file)) {
      return wanted.removeIf(font::has);
    } catch (IOException | RuntimeException broken) {
      return false;
    }
  }

  /** All TrueType files, in the order of their paths. */
  private static List<Path> files() {
    return FOLDERS.stream()
        .map(Path::of)
        .filter(Files::isDirectory)
        .flatMap(PdfFonts::in)
        .sorted()
        .toList();
  }

  private static Stream<Path> in(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> name(file).endsWith(".ttf")).toList().stream();
    } catch (IOException | UncheckedIOException unreadable) {
      return Stream.of();
    }
  }
}
