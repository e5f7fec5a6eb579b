package headroom.reports.export;

import headroom.scenarios.experiment.Journal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder of a study: its journal while it runs, and its results when it is over. Each file is
 * written beside its place and moved there in one step; the journal stays where it is.
 */
public final class StudyFolder implements AutoCloseable {

  private static final String DRAFT = ".new";
  private static final String CHART_DRAFT = "chart" + DRAFT;

  private final Path folder;
  private final Journal journal;

  private StudyFolder(Path folder, Journal journal) {
    this.folder = folder;
    this.journal = journal;
  }

  /**
   * Opens the folder at a place, or makes it; no other process gets it before this is closed.
   *
   * @throws FolderRefused when it may not be written to
   * @throws headroom.scenarios.experiment.JournalRefused when a study there may not be touched
   */
  public static StudyFolder open(Path place, boolean resume) throws IOException {
    List<String> names = Stream.concat(
            Stream.of(CHART_DRAFT),
            StudyFile.NAMES.stream().flatMap(name -> Stream.of(name, name + DRAFT)))
        .toList();
    Path folder = ResultsFolder.ofStudy(place, names, List.of(StudyFile.JOURNAL));
    Files.createDirectories(folder);
    Path journal = folder.resolve(StudyFile.JOURNAL);
    return new StudyFolder(folder, Journal.open(journal, Version.current(), resume));
  }

  public Journal journal() {
    return journal;
  }

  /** Takes away a file of an earlier study that this one does not have. */
  void remove(StudyFile file) throws IOException {
    Files.deleteIfExists(folder.resolve(file.fileName()));
  }

  void write(StudyFile file, FileContent content) throws IOException {
    write(folder.resolve(file.fileName() + DRAFT), content, folder.resolve(file.fileName()));
  }

  /** Writes charts by their paths, and takes away those of an earlier study. */
  void writeCharts(Map<String, FileContent> charts) throws IOException {
    Path place = folder.resolve(ChartFiles.FOLDER);
    if (Files.isDirectory(place)) {
      for (Path old : listed(place)) {
        if (!charts.containsKey(ChartFiles.FOLDER + "/" + old.getFileName())) {
          Files.delete(old);
        }
      }
    }
    if (charts.isEmpty()) {
      Files.deleteIfExists(place);
      return;
    }
    Files.createDirectories(place);
    for (Map.Entry<String, FileContent> chart : charts.entrySet()) {
      write(folder.resolve(CHART_DRAFT), chart.getValue(), folder.resolve(chart.getKey()));
    }
  }

  private static List<Path> listed(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files.toList();
    }
  }

  private static void write(Path draft, FileContent content, Path place) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16)) {
      content.writeTo(out);
    }
    Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
