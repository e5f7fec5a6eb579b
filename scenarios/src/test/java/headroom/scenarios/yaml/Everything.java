package headroom.scenarios.yaml;

import headroom.scenarios.text.ScenarioFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A scenario that uses every field there is, with the files that it reads. */
final class Everything {

  private Everything() {}

  static String text() throws IOException {
    try (InputStream in = Everything.class.getResourceAsStream("everything.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A folder with the files. */
  static ScenarioFolder in(Path folder) throws IOException {
    Files.writeString(folder.resolve("boot.csv"), "ms\n1000\n2000\n");
    Files.writeString(folder.resolve("outages.csv"), "node,start,end\nn1,0,60\nn2,600,900\n");
    Files.writeString(
        folder.resolve("trace.csv"),
        "at,n\n2014-04-10 00:00:00,300\n2014-04-10 00:05:00,600\n2014-04-10 00:15:00,600\n");
    return new ScenarioFolder(folder, false);
  }
}
