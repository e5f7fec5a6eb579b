package headroom.scenarios.spark;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;

/**
 * How Spark is spoken to.
 *
 * @param master the master's URL, as Spark writes it: "local[*]", "spark://host:7077"
 * @param conf everything Spark is told
 */
record SparkSettings(String master, SparkConf conf) {

  private static final String HERE = "local[*]";

  /**
   * Settings for a master.
   *
   * @param asked its URL; when empty that of {@code spark-submit} or the property {@code
   *     spark.master}, else this machine
   */
  static SparkSettings of(String asked) {
    SparkConf conf = new SparkConf(true);
    String master = asked.isEmpty() ? conf.get("spark.master", HERE) : asked;
    conf.setMaster(master)
        .setIfMissing("spark.app.name", "headroom")
        .setIfMissing("spark.ui.enabled", "false")
        .setIfMissing("spark.ui.showConsoleProgress", "false")
        // Replications come back as bytes; a long shown one may be large.
        .setIfMissing("spark.driver.maxResultSize", "0")
        .setIfMissing("spark.executor.extraClassPath", classPath());
    if (isLoopback(master)) {
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }
    return new SparkSettings(master, conf);
  }

  private static boolean isLoopback(String master) {
    return master.startsWith("local") || master.startsWith("spark://127.0.0.1:");
  }

  // Executors on machines with the same folders find the program where the driver has it.
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The machines of a stand-alone master, where it is one. */
  Optional<StandaloneMaster> standalone() {
    return StandaloneMaster.of(master);
  }

  /** A sentence about the master. */
  String said(String what) {
    return "--master " + master + " " + what;
  }
}
