package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.policy.breaker.CircuitBreaker;
import headroom.policy.limit.AdaptiveThrottle;
import headroom.policy.retry.ExponentialBackoff;
import headroom.policy.retry.Jitter;
import headroom.policy.retry.Retry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Vectors #39 to #48 of the platform sheet, as scenarios through the engine. */
class ResilienceRunsTest {

  private static final int WHY_NOT = 4;

  private static Stream<List<String>> rows() {
    return Vectors.rows("platform-resilience.csv").stream()
        .filter(row -> row.get(WHY_NOT).isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> everyRowHolds() {
    return rows()
        .map(row -> DynamicTest.dynamicTest(
            String.join(" ", row.subList(0, 3)),
            () -> assertEquals(expected(row), seen(row, true))));
  }

  /** With nothing in a rule's place, rows of each of its vectors turn red. */
  @Test
  void withoutItsRuleEveryVectorTurnsRed() {
    Set<String> green =
        rows().map(row -> row.get(0)).collect(Collectors.toCollection(TreeSet::new));
    assertTrue(green.size() >= 8, green.toString());
    rows()
        .filter(row -> !expected(row).equals(seen(row, false)))
        .forEach(row -> green.remove(row.get(0)));
    assertEquals(Set.of(), green);
  }

  /** What of a row's answer can be seen from outside. */
  private static String expected(List<String> row) {
    String[] all = row.get(3).split(" ", -1);
    return switch (row.get(1)) {
      case "retries" -> all[0];
      case "tokens" -> all[all.length - 1];
      default -> row.get(3);
    };
  }

  private static String seen(List<String> row, boolean on) {
    String[] given = row.get(2).split(" ");
    return switch (row.get(1)) {
      case "waits" -> waits(given, on);
      case "retries" -> {
        Retry rule = ResilienceVectorsTest.sdk(given[0]);
        yield String.valueOf(new RetryRuns(on).inARow(rule, ResilienceVectorsTest.how(given[1])));
      }
      case "tokens" -> String.valueOf(new RetryRuns(on).tokensLeft(Retry.SDK_STANDARD, 5));
      case "throttle" -> throttle(numbers(given), row.get(3), on);
      case "calls" ->
        String.valueOf(new RetryRuns(on).callsAtBottom(numbers(given)[0], numbers(given)[2]))
            .replace(".0", "");
      case "breaker" -> breaker(given[0], on);
      default -> throw new IllegalArgumentException(row.get(1));
    };
  }

  private static String waits(String[] given, boolean on) {
    Retry rule = given.length == 3 ? jittered(given) : ResilienceVectorsTest.sdk(given[0]);
    String how = given.length == 3 ? "no-target" : given[1].replace("error", "no-target");
    return new WaitRuns(on).longest(rule, ResilienceVectorsTest.how(how));
  }

  private static Retry jittered(String[] given) {
    ExponentialBackoff backoff = new ExponentialBackoff(
        ResilienceVectorsTest.duration(given[1]),
        ResilienceVectorsTest.duration(given[2]),
        ExponentialBackoff.DEFAULT_FACTOR,
        Jitter.valueOf(given[0].toUpperCase(Locale.ROOT)));
    int retries = given[0].equals("full") ? 10 : 6;
    return new Retry(1 + retries, backoff, Optional.empty(), Retry.DEFAULT_ON);
  }

  /** A run's windows hold the table's requests and accepts up to one, which moves the share so far. */
  private static String throttle(int[] given, String share, boolean on) {
    AdaptiveThrottle rule = new AdaptiveThrottle(given[0], Duration.ofMinutes(2));
    double turnedAway = new LimitRuns(on).turnedAway(rule, given[1], given[2]);
    boolean isNear = Math.abs(turnedAway - Double.parseDouble(share)) < 1.0 / given[1];
    return isNear ? share : String.valueOf(turnedAway);
  }

  /** Fifty calls after the hundredth: none, those or one more are not let through. */
  private static String breaker(String first, boolean on) {
    int calls = Integer.parseInt(first.substring(0, first.length() - 1));
    boolean failing = first.endsWith("f");
    long refused = new LimitRuns(on).notLetThrough(CircuitBreaker.DEFAULT, calls, failing);
    return (refused > 50 ? "OPEN " : "CLOSED ") + (refused >= 50 ? "OPEN" : "CLOSED");
  }

  private static int[] numbers(String[] given) {
    return Arrays.stream(given)
        .mapToInt(word -> word.matches("\\d+") ? Integer.parseInt(word) : 0)
        .toArray();
  }
}
