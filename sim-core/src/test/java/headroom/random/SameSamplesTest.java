package headroom.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import headroom.math.ChildJvm;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Samples have the pinned bits, however and wherever they are drawn. */
class SameSamplesTest {

  @Test
  void here() throws Exception {
    assertEquals(pinned(), SampleBits.lines());
    assertEquals(pinned(), SampleBits.lines(), "second time, compiled");
  }

  @Test
  void interpreted() throws Exception {
    assertEquals(pinned(), ChildJvm.lines(ChildJvm.thisJdk(), SampleBits.class, "-Xint"));
  }

  @Test
  void onJdk25() throws Exception {
    Optional<Path> jdk25 = ChildJvm.jdk25();
    assumeTrue(jdk25.isPresent(), "skipped: no JDK 25 here; name one by -Dheadroom.jdk25=HOME");
    assertEquals(pinned(), ChildJvm.lines(jdk25.get(), SampleBits.class));
  }

  private static List<String> pinned() throws Exception {
    try (InputStream pinned = SameSamplesTest.class.getResourceAsStream("samples.txt")) {
      return new String(pinned.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
