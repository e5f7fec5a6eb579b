package headroom.math;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs a main class of the test class path in another Java process and reads what it prints. */
public final class ChildJvm {

  private ChildJvm() {}

  /** What {@code main} prints when started by the JDK in {@code home} with these options. */
  public static List<String> lines(Path home, Class<?> main, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve("java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    Process process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("exit " + process.exitValue() + " of " + command);
    }
    return output.lines().toList();
  }

  public static Path thisJdk() {
    return Path.of(System.getProperty("java.home"));
  }

  /** JDK 25: the one that the property headroom.jdk25 names, else one beside the running JDK. */
  public static Optional<Path> jdk25() throws IOException {
    String named = System.getProperty("headroom.jdk25");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    try (Stream<Path> beside = Files.list(thisJdk().toRealPath().resolveSibling(""))) {
      return beside.sorted().filter(ChildJvm::isJdk25).findFirst();
    }
  }

  private static boolean isJdk25(Path home) {
    Path release = home.resolve("release");
    try {
      return Files.isRegularFile(release)
          && Files.readString(release).contains("JAVA_VERSION=\"25");
    } catch (IOException unreadable) {
      return false;
    }
  }
}
