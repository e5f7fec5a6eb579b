package headroom.reports.export;

import headroom.scenarios.experiment.Journal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The folder of a study: its journal while it runs, and its results when it is over. Each file is
 * written beside its place and moved there in one step; the journal stays where it is.
 */
public final class StudyFolder implements AutoCloseable {

  private static final String DRAFT = ".new";

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
    List<String> names = StudyFile.NAMES.stream()
        .flatMap(name -> List.of(name, name + DRAFT).stream())
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
    Path draft = folder.resolve(file.fileName() + DRAFT);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16)) {
      content.writeTo(out);
    }
    Files.move(
        draft,
        folder.resolve(file.fileName()),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
