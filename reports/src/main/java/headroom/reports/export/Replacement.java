package headroom.reports.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder in the making that takes the place of another when it is complete.
 *
 * <p>An interrupted program cleans up behind itself: a shutdown hook removes the draft and puts an
 * old folder back that was just moved aside.
 */
final class Replacement implements AutoCloseable {

  private final Path folder;
  private final Path draft;
  private final Path aside;
  private final Thread hook = new Thread(this::abandonQuietly, "clean-up");
  private boolean isOver;

  private Replacement(Path folder, Path draft) {
    this.folder = folder;
    this.draft = draft;
    this.aside = draft.resolveSibling(draft.getFileName() + ".old");
  }

  /** Begins a draft beside the folder, whose parent exists. */
  static Replacement of(Path folder) throws IOException {
    Replacement replacement = new Replacement(folder, newDraft(folder));
    Runtime.getRuntime().addShutdownHook(replacement.hook);
    return replacement;
  }

  // Not a temporary folder of the library: that one is for its owner's eyes only.
  private static Path newDraft(Path folder) throws IOException {
    for (int number = 1; ; number++) {
      try {
        return Files.createDirectory(
            folder.resolveSibling("." + folder.getFileName() + ".new-" + number));
      } catch (FileAlreadyExistsException taken) {
        // Another run is writing there, or one was killed: theirs is not ours to remove.
      }
    }
  }

  synchronized void write(String file, FileContent content) throws IOException {
    refuseWhenOver();
    Path place = draft.resolve(file);
    Path parent = place.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(place), 1 << 16)) {
      content.writeTo(out);
    }
  }

  /** Puts the draft where the folder was. */
  synchronized void takePlace() throws IOException {
    refuseWhenOver();
    if (Files.isDirectory(folder)) {
      Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    isOver = true;
    remove(aside);
  }

  private void refuseWhenOver() throws InterruptedIOException {
    if (isOver) {
      throw new InterruptedIOException("interrupted while writing results");
    }
  }

  private synchronized void abandon() throws IOException {
    if (isOver) {
      return;
    }
    isOver = true;
    if (Files.isDirectory(aside) && !Files.exists(folder)) {
      Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    remove(draft);
  }

  private void abandonQuietly() {
    try {
      abandon();
    } catch (IOException failure) {
      // Nobody is left to tell; what remains is hidden, and named after the folder.
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }

  @Override
  public void close() throws IOException {
    abandon();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The program is on its way out: the hook runs, and finds nothing left to do.
    }
  }
}
