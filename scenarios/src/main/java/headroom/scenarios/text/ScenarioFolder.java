package headroom.scenarios.text;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The folder of a scenario file: what the scenario names is sought there and nowhere else.
 *
 * @param allowOutside whether files outside the folder may be read, because the user said so
 */
public record ScenarioFolder(Path folder, boolean allowOutside) {

  /** The folder that holds a scenario file. */
  public static ScenarioFolder of(Path scenarioFile, boolean allowOutside) {
    Path parent = scenarioFile.toAbsolutePath().getParent();
    return new ScenarioFolder(
        parent == null ? scenarioFile.toAbsolutePath() : parent, allowOutside);
  }

  /**
   * The file that a scenario names; links and ".." are followed before it is judged.
   *
   * @throws InputException when it lies outside the folder, placed at {@code position}
   */
  public Path resolve(String name, Position position, String path) {
    try {
      Path file = folder.resolve(name).normalize();
      if (!allowOutside && !real(file).startsWith(real(folder))) {
        throw wrong(
            position,
            path,
            Shown.quoted(name) + " lies outside the scenario's folder; move it there, or allow it");
      }
      return file;
    } catch (InvalidPathException e) {
      throw wrong(position, path, Shown.quoted(name) + " is not a file name");
    }
  }

  /** The place a path leads to; of what does not exist, the place where it would be. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      Path parent = path.toAbsolutePath().getParent();
      return parent == null ? path : real(parent).resolve(path.getFileName());
    }
  }

  private static InputException wrong(Position position, String path, String message) {
    return new InputException(java.util.List.of(new Complaint(position, path, message)));
  }
}
