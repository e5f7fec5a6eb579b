package headroom.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A small copy of the source tree with the real launcher, a fake Java and a fake Maven. */
final class LauncherTree {

  private static final List<String> TOOLS = List.of(
      "sh",
      "cat",
      "dirname",
      "find",
      "grep",
      "head",
      "mkdir",
      "mv",
      "readlink",
      "rm",
      "rmdir",
      "sed",
      "sleep",
      "stty",
      "tail",
      "touch");

  private static final String MAVEN = """
      case $1 in -version) echo "Apache Maven ${FAKE_MAVEN:-3.8.7}"; exit ;; esac
      echo "$*" >>builds.txt
      ${FAKE_BUILD:-:} || { echo '[ERROR] Planted.java: does not compile'; exit 1; }
      mkdir -p reports/target && : >reports/target/headroom.jar
      """;

  private static final String JAVA = """
      case $1 in
        -version) echo "openjdk version \\"${FAKE_JAVA:-17.0.15}\\" 2025-04-15" >&2; exit ;;
      esac
      for word; do
        case $word in
          -XX:DumpLoadedClassList=*) echo java/lang/Object >"${word#*=}"; exit ;;
          -XX:SharedClassListFile=*) [ -s "${word#*=}" ] || exit 1 ;;
          -Xshare:dump) dump=yes ;;
          -XX:SharedArchiveFile=*)
            [ -z "${dump:-}" ] || { echo "$$" >>"$FAKE_ARCHIVES"; echo kept >"${word#*=}"; exit; } ;;
        esac
      done
      sleep "${FAKE_LASTS:-0}"
      echo "pid $$"
      echo "folder $(pwd)"
      echo "columns ${COLUMNS:-not told}"
      for word; do echo "[$word]"; done
      exit "${FAKE_EXIT:-0}"
      """;

  final Path root;
  final Path bin;

  private final Map<String, String> environment = new LinkedHashMap<>();

  LauncherTree(Path root) throws IOException {
    this.root = root;
    this.bin = Files.createDirectories(root.resolveSibling("bin"));
    for (String tool : TOOLS) {
      script(bin.resolve(tool), "exec " + real(tool) + " \"$@\"\n");
    }
    script(bin.resolve("java"), JAVA);
    script(bin.resolve("mvn"), MAVEN);
    environment.put("PATH", bin.toString());
    environment.put("HEADROOM_KEEP_CLASSES", "no");
    Files.createDirectories(source().getParent());
    Files.writeString(source(), "package headroom;");
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.copy(Path.of(System.getProperty("headroom.root", "..")).resolve("headroom"), launcher());
  }

  Path launcher() {
    return root.resolve("headroom");
  }

  Path source() {
    return root.resolve("sim-core/src/main/java/headroom/Engine.java");
  }

  Path jar() {
    return root.resolve("reports/target/headroom.jar");
  }

  Path lock() {
    return root.resolve("target/launcher.lock");
  }

  LauncherTree with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  LauncherTree without(String tool) throws IOException {
    Files.delete(bin.resolve(tool));
    return this;
  }

  /** A tree whose program was built an hour after its sources were written. */
  LauncherTree built() throws IOException {
    Files.createDirectories(jar().getParent());
    Files.writeString(jar(), "");
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(path -> !path.equals(jar())).toList()) {
        age(path, Duration.ofHours(2));
      }
    }
    age(jar(), Duration.ofHours(1));
    return this;
  }

  static void age(Path path, Duration age) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(age)));
  }

  Finished run(String... words) throws IOException, InterruptedException {
    return runAs(launcher(), root, words);
  }

  Finished runAs(Path launcher, Path folder, String... words)
      throws IOException, InterruptedException {
    return Finished.run(folder, environment, command(launcher, words));
  }

  /** On a terminal of so many characters in a line, which the shell does not hand on. */
  Finished runOnTerminal(int columns, String command) throws IOException, InterruptedException {
    return Finished.run(
        root,
        environment,
        List.of(
            real("script").toString(),
            "-qec",
            "stty cols " + columns + "; " + command,
            "/dev/null"));
  }

  Finished.Started started(String... words) throws IOException {
    return Finished.started(root, environment, command(launcher(), words));
  }

  List<String> builds() throws IOException {
    Path log = root.resolve("builds.txt");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  private static List<String> command(Path launcher, String... words) {
    return Stream.concat(Stream.of(launcher.toString()), Stream.of(words)).toList();
  }

  static void script(Path path, String text) throws IOException {
    Files.writeString(path, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path real(String tool) {
    return Stream.of("/usr/bin", "/bin", "/usr/local/bin")
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + tool + " here"));
  }
}
