package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.retry.Backoff;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Retry;
import headroom.policy.retry.RetryBudget;
import headroom.results.How;
import headroom.scenarios.text.Tree;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is tried again, how often, and what of it a budget allows. */
final class RetryReader {

  static final Reader<Retry> READER =
      Reader.withStandIns(RetryReader::read, any(1), any(Retry.MOST_ATTEMPTS));

  private static final Map<String, Retry> PRESETS = Words.of("sdk-standard", Retry.SDK_STANDARD)
      .and("sdk-2026", Retry.SDK_2026)
      .table();

  private static final Map<String, How> FAILURES = failures();

  private RetryReader() {}

  private static Retry any(int attempts) {
    return new Retry(attempts, new FixedBackoff(Duration.ZERO), Optional.empty(), Retry.DEFAULT_ON);
  }

  /** What can be tried again: whoever has lost patience does not come back. */
  private static Map<String, How> failures() {
    Words<How> words = new Words<>();
    Arrays.stream(How.values())
        .filter(how -> how != How.ABANDONED)
        .forEach(how -> words.and(how.word(), how));
    return words.table();
  }

  private static Read<Retry> read(Node node) {
    if (node.tree() instanceof Tree.Scalar scalar && PRESETS.containsKey(scalar.text())) {
      return Scalars.word("retry policy", PRESETS).read(node);
    }
    MapReader map = MapReader.of(node, "{attempts: 3}, sdk-standard or sdk-2026");
    Given<Integer> attempts =
        map.assume("attempts", WHOLE, "3", "what the common SDKs make, the first one counted");
    Given<Backoff> backoff = map.assume(
        "backoff", BackoffReader.READER, BackoffReader.USUAL, "what the common SDKs wait");
    Given<Optional<RetryBudget>> budget =
        map.or("budget", Scalars.orNone(BudgetReader.READER), Scalars.NONE);
    Given<List<How>> on = map.or(
        "on",
        Scalars.word("failure", FAILURES).list("[timeout, error]"),
        Trees.texts(Retry.DEFAULT_ON.stream().map(How::word).toList()));
    return map.build(
        Retry.class,
        () -> Retry.problems(attempts.get(), on.get()),
        () -> new Retry(attempts.get(), backoff.get(), budget.get(), on.get()));
  }
}
