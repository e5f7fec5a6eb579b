package headroom.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plants defects in a small module under our parent pom: the strict profile must refuse each. */
@EnabledOnJre(value = JRE.JAVA_17, disabledReason = "the strict profile needs JDK 17")
class StrictBuildTest {

  private static final Path ROOT =
      Path.of(System.getProperty("headroom.root", "..")).toAbsolutePath().normalize();

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      null    | compile | static String name() { return null; }                         | [NullAway] returning @Nullable expression
      lint    | compile | static int sizeOf(java.util.List all) { return all.size(); }  | found raw type
      warning | compile | static byte[] bytes(String s) { return s.getBytes(); }        | [DefaultCharset]
      format  | verify  | static int   two() { return 2; }                               | format violations
      """)
  void aPlantedDefectFails(String name, String phase, String member, String message)
      throws Exception {
    Finished build = build(name, phase, "  " + member + "\n");

    assertNotEquals(0, build.code());
    assertTrue(build.out().contains(message), build::out);
  }

  @Test
  void theSameModuleWithoutADefectPasses() throws Exception {
    String member = "  static int two() {\n    return 2;\n  }\n";
    Finished build = build("clean", "verify", member);

    assertEquals(0, build.code(), build::out);
    assertTrue(build.out().contains("spotless"), build::out);
  }

  @Test
  void theLaunchersBuildHasNoneOfIt() throws Exception {
    String member = "  static String   name() { return null; }\n";
    Finished build = build("lenient", "package", member, "-Dheadroom.lenient=true");

    assertEquals(0, build.code(), build::out);
  }

  private static Finished build(String name, String phase, String member, String... flags)
      throws IOException, InterruptedException {
    Path module = ROOT.resolve("reports/target/planted").resolve(name);
    Path source = module.resolve("src/main/java/headroom/planted/Planted.java");
    Files.createDirectories(source.getParent());
    Files.writeString(module.resolve("pom.xml"), pom());
    Files.writeString(source, code(member));
    List<String> command = Stream.concat(
            Stream.of(maven(), "-B", "-ntp", "-Dstyle.color=never", "clean", phase),
            Stream.of(flags))
        .toList();
    Map<String, String> environment = new TreeMap<>(System.getenv());
    // A Maven that lives for seconds is done sooner without C2.
    environment.put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
    return Finished.run(module, environment, command);
  }

  private static String maven() {
    String home = System.getProperty("headroom.maven");
    return home == null ? "mvn" : Path.of(home, "bin", "mvn").toString();
  }

  private static String pom() {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>headroom</groupId>
            <artifactId>headroom-parent</artifactId>
            <version>%s</version>
            <relativePath>../../../../pom.xml</relativePath>
          </parent>
          <artifactId>planted</artifactId>
        </project>
        """.formatted(System.getProperty("headroom.version"));
  }

  private static String code(String member) {
    return """
        package headroom.planted;

        final class Planted {

          private Planted() {}

        %s}
        """.formatted(member);
  }
}
