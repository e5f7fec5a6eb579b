package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.policy.breaker.CircuitBreaker;
import headroom.policy.limit.AdaptiveThrottle;
import headroom.policy.retry.Backoff;
import headroom.policy.retry.ExponentialBackoff;
import headroom.policy.retry.Jitter;
import headroom.policy.retry.Retry;
import headroom.policy.retry.TokenBucket;
import headroom.policy.routing.ShuffleSharding;
import headroom.results.How;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Vectors #39 to #48 of the platform sheet, on the rules themselves. */
class ResilienceVectorsTest {

  @TestFactory
  List<DynamicTest> everyRowHolds() {
    return Vectors.rows("platform-resilience.csv").stream()
        .map(row -> DynamicTest.dynamicTest(
            String.join(" ", row.subList(0, 3)),
            () -> assertEquals(row.get(3), answer(row.get(1), row.get(2).split(" ")))))
        .toList();
  }

  private static String answer(String rule, String[] given) {
    return switch (rule) {
      case "waits" -> waits(given);
      case "retries" -> retriesInARow(given[0], how(given[1]));
      case "tokens" -> tokens(given[0]);
      case "throttle" -> throttle(number(given[0]), number(given[1]), number(given[2]));
      case "calls" -> callsAtBottom(number(given[0]), number(given[2]));
      case "breaker" -> breaker(given);
      case "overlap" -> overlaps(new ShuffleSharding(number(given[0]), number(given[1])));
      default -> throw new IllegalArgumentException(rule);
    };
  }

  /** With luck at its upper end, and each wait as long as the one before allows. */
  private static String waits(String[] given) {
    Backoff backoff = given.length == 3
        ? new ExponentialBackoff(
            duration(given[1]),
            duration(given[2]),
            2,
            Jitter.valueOf(given[0].toUpperCase(Locale.ROOT)))
        : sdk(given[0]).backoff().after(how(given[1]));
    int retries = given.length == 2 ? 2 : given[0].equals("full") ? 10 : 6;
    List<String> waits = new ArrayList<>();
    double previous = 0;
    for (int retry = 1; retry <= retries; retry++) {
      previous = backoff.delaySeconds(retry, previous, 1);
      assertEquals(backoff.longestSeconds(retry), previous, 1e-12);
      waits.add(String.valueOf(Math.round(previous * 1000)));
    }
    return String.join(" ", waits);
  }

  private static String retriesInARow(String preset, How how) {
    TokenBucket bucket = bucket(preset);
    var memory = bucket.memory();
    int retries = 0;
    while (bucket.takes(memory, how, 0)) {
      retries++;
    }
    return retries + " " + bucket.left(memory);
  }

  private static String tokens(String letters) {
    TokenBucket bucket = bucket("sdk-standard");
    var memory = bucket.memory();
    List<String> left = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      switch (letter) {
        case 'R' -> bucket.takes(memory, How.ERROR, 0);
        case 'S' -> bucket.succeeded(memory, How.ERROR, 0);
        default -> bucket.succeeded(memory, null, 0);
      }
      left.add(String.valueOf(bucket.left(memory)));
    }
    return String.join(" ", left);
  }

  private static String throttle(int k, int requests, int accepts) {
    AdaptiveThrottle throttle = new AdaptiveThrottle(k, Duration.ofMinutes(2));
    return String.format(Locale.ROOT, "%.5f", throttle.probability(requests, accepts));
  }

  private static String callsAtBottom(int attempts, int layers) {
    Retry retry = new Retry(
        attempts, ExponentialBackoff.SDK_STANDARD, Retry.SDK_STANDARD.budget(), Retry.DEFAULT_ON);
    return String.valueOf(Math.round(retry.callsAtBottom(layers)));
  }

  private static String breaker(String[] runs) {
    CircuitBreaker breaker = CircuitBreaker.DEFAULT;
    CircuitBreaker.Memory memory = breaker.memory();
    List<String> states = new ArrayList<>();
    String calls = Arrays.stream(runs)
        .map(run -> run.substring(run.length() - 1)
            .repeat(Integer.parseInt(run.substring(0, run.length() - 1))))
        .collect(Collectors.joining());
    for (int call = 1; call <= calls.length(); call++) {
      assertEquals(memory.state() == CircuitBreaker.State.CLOSED, breaker.lets(memory, call));
      breaker.ended(memory, calls.charAt(call - 1) == 'f', 0, call);
      if (call >= calls.length() - 1) {
        states.add(memory.state().name());
      }
    }
    assertEquals(100, calls.length());
    return String.join(" ", states);
  }

  private static String overlaps(ShuffleSharding sharding) {
    return IntStream.rangeClosed(0, sharding.perCustomer())
        .mapToObj(shared -> String.format(Locale.ROOT, "%.6f", sharding.overlap(shared)))
        .collect(Collectors.joining(" "));
  }

  static Retry sdk(String preset) {
    return preset.equals("sdk-2026") ? Retry.SDK_2026 : Retry.SDK_STANDARD;
  }

  private static TokenBucket bucket(String preset) {
    return (TokenBucket) sdk(preset).budget().orElseThrow();
  }

  static How how(String word) {
    return Arrays.stream(How.values())
        .filter(how -> how.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  static Duration duration(String text) {
    return Duration.parse("PT" + text.replace("100ms", "0.1s"));
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }
}
