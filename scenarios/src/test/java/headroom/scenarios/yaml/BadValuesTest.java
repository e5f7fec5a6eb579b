package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Reading.LEAST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of wrong value, put into a good scenario one at a time: the exact message. */
class BadValuesTest {

  /** A value that is set, and every complaint about it. */
  record Case(String set, List<String> complaints) {
    @Override
    public String toString() {
      return set;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aWrongValueSaysWhatWouldWork(Case wrong) {
    assertEquals(wrong.complaints(), Reading.complaints(LEAST, wrong.set()));
  }

  @Test
  void theTableIsThere() throws IOException {
    assertTrue(cases().size() > 190);
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String line : table().lines().toList()) {
      if (line.startsWith("  ")) {
        cases.get(cases.size() - 1).complaints().add(line.strip());
      } else {
        cases.add(new Case(line, new ArrayList<>()));
      }
    }
    return cases;
  }

  private static String table() throws IOException {
    try (InputStream in = BadValuesTest.class.getResourceAsStream("bad-values.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
