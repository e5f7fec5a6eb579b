package headroom.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions give the pinned bits, however and wherever they run. */
class SameBitsTest {

  @Test
  void hereCompiled() throws Exception {
    List<String> first = here();
    assertEquals(pinned(), first);
    assertEquals(first, here(), "second time, compiled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:UseAVX=0", "-XX:-UseFMA"})
  void inAnotherModeOfThisJdk(String option) throws Exception {
    assertEquals(pinned(), inChild(ChildJvm.thisJdk(), option));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-Xmixed"})
  void onJdk25(String option) throws Exception {
    Optional<Path> jdk25 = ChildJvm.jdk25();
    assumeTrue(jdk25.isPresent(), "skipped: no JDK 25 here; name one by -Dheadroom.jdk25=HOME");
    assertEquals(pinned(), inChild(jdk25.get(), option));
  }

  private static List<String> inChild(Path jdk, String option) throws Exception {
    // Processors without such an option ignore it and still have to give the same bits.
    return ChildJvm.lines(jdk, ElementaryBits.class, "-XX:+IgnoreUnrecognizedVMOptions", option);
  }

  private static List<String> here() {
    return ElementaryBits.digests().entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .toList();
  }

  private static List<String> pinned() throws Exception {
    try (InputStream pinned = SameBitsTest.class.getResourceAsStream("bits.txt")) {
      return new String(pinned.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
