package headroom.reports.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder that holds the results of one run and nothing else.
 *
 * <p>Results are written to a hidden folder beside it, which takes its place in one step when it is
 * complete: a reader sees the old results or the new ones, never a part. Only a folder in which
 * every file has the name of one of ours is replaced; any other that is not empty is refused.
 */
public final class ResultsFolder {

  private final Path folder;

  private ResultsFolder(Path folder) {
    this.folder = folder;
  }

  /** What a folder of ours may hold, and a file by which it is known to be ours. */
  private record Ours(List<String> names, List<String> signs) {

    static final Ours OF_A_RUN = new Ours(ResultsFile.NAMES, List.of());
  }

  /**
   * The folder at a place where results may be written.
   *
   * @throws FolderRefused when they may not
   */
  public static ResultsFolder at(Path place) {
    return at(place, Ours.OF_A_RUN);
  }

  /**
   * The folder of a study, which may hold files of these names; one of the signs tells that it is
   * ours even before there are results.
   */
  static Path ofStudy(Path place, List<String> names, List<String> signs) {
    return at(place, new Ours(names, signs)).path();
  }

  private static ResultsFolder at(Path place, Ours ours) {
    Path folder = resolved(place.toAbsolutePath().normalize());
    if (folder.getFileName() == null || Path.of("").toAbsolutePath().startsWith(folder)) {
      throw refused(place, "is a folder you work in; name a folder of its own inside it");
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw refused(place, "is a file; name a folder");
    }
    refuseForeign(place, folder, ours);
    Path existing = existing(folder);
    if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
      throw refused(place, "cannot be created: '" + existing + "' cannot be written to");
    }
    return new ResultsFolder(folder);
  }

  /** The folder that results go to. */
  public Path path() {
    return folder;
  }

  /** Writes the files and lets them take the place of the results that were here. */
  void replace(Map<String, FileContent> files) throws IOException {
    Files.createDirectories(parent());
    try (Replacement replacement = Replacement.of(folder)) {
      for (Map.Entry<String, FileContent> file : files.entrySet()) {
        replacement.write(file.getKey(), file.getValue());
      }
      refuseForeign(folder, folder, Ours.OF_A_RUN);
      replacement.takePlace();
    }
  }

  private Path parent() {
    Path parent = folder.getParent();
    return parent == null ? folder : parent;
  }

  /** A symbolic link to a folder is followed: what it points to is replaced, not the link. */
  private static Path resolved(Path place) {
    try {
      return Files.isSymbolicLink(place) && Files.exists(place) ? place.toRealPath() : place;
    } catch (IOException failure) {
      throw refused(place, "cannot be read");
    }
  }

  private static void refuseForeign(Path shown, Path folder, Ours ours) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<String> foreign;
    try (Stream<Path> files = Files.list(folder)) {
      foreign = files
          .filter(file -> isForeign(file, ours))
          .map(ResultsFolder::name)
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw refused(shown, "cannot be read");
    }
    if (foreign.isEmpty() && !isOurs(folder, ours)) {
      throw refused(
          shown,
          "holds files that Headroom did not write, and results replace the whole folder; name"
              + " another with --out");
    }
    if (!foreign.isEmpty()) {
      throw refused(
          shown,
          "holds what is not Headroom's ('"
              + foreign.get(0)
              + "'"
              + (foreign.size() > 1 ? " and " + (foreign.size() - 1) + " more" : "")
              + "), and results replace the whole folder; name another with --out");
    }
  }

  /** An empty folder, or one whose provenance says that results of ours are in it. */
  private static boolean isOurs(Path folder, Ours ours) {
    Path provenance = folder.resolve(ResultsFile.PROVENANCE.fileName());
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty()
          || ours.signs().stream().anyMatch(sign -> Files.isRegularFile(folder.resolve(sign)))
          || (Files.isRegularFile(provenance)
              && Files.readString(provenance).contains("\"program\": \"headroom\""));
    } catch (IOException failure) {
      return false;
    }
  }

  private static boolean isForeign(Path file, Ours ours) {
    boolean isFile = ours.names().contains(name(file)) && Files.isRegularFile(file);
    return !isFile && !isOfCharts(file);
  }

  /** The folder of charts, with nothing in it but such files. */
  private static boolean isOfCharts(Path folder) {
    if (!name(folder).equals(ChartFiles.FOLDER)
        || !Files.isDirectory(folder)
        || Files.isSymbolicLink(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(
          file -> ChartFiles.NAME.matcher(name(file)).matches() && Files.isRegularFile(file));
    } catch (IOException failure) {
      return false;
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** The nearest folder on the way down that exists. */
  private static Path existing(Path folder) {
    Path here = folder.getParent();
    while (here != null && !Files.exists(here)) {
      here = here.getParent();
    }
    return here == null ? folder : here;
  }

  private static FolderRefused refused(Path place, String why) {
    return new FolderRefused("--out " + place + " " + why);
  }
}
