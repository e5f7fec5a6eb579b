package headroom.workload;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of real records, by the property {@code headroom.data}. */
final class RealData {

  private RealData() {}

  /** A file of it; where it is not there, the test is skipped and says so. */
  static Path file(String name) {
    Path file = Path.of(System.getProperty("headroom.data", "../../shared/data"), name);
    if (!Files.exists(file)) {
      System.out.println("skipped for want of real data: " + name);
      Assumptions.abort("no real data: " + name);
    }
    return file;
  }
}
