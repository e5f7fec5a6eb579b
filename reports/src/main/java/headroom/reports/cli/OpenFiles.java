package headroom.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the file descriptors of this process are. */
final class OpenFiles {

  private OpenFiles() {}

  /**
   * Whether a descriptor is a terminal. Java does not say: its console asks for standard input too,
   * and from JDK 22 on it exists without a terminal. Where there is no /proc it counts as none.
   */
  static boolean isTerminal(int descriptor) {
    try {
      Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
      return target.startsWith("/dev/pts") || target.toString().startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
