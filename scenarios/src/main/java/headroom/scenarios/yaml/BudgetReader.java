package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.RATE;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.retry.RatioBudget;
import headroom.policy.retry.RetryBudget;
import headroom.policy.retry.TokenBucket;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Percents;
import headroom.scenarios.text.Rates;
import headroom.scenarios.text.Tree;
import java.time.Duration;
import java.util.Map;

/** Reads what limits the retries of a caller over all its requests. */
final class BudgetReader {

  static final Reader<RetryBudget> READER =
      Reader.withStandIns(BudgetReader::read, TokenBucket.SDK_STANDARD, RatioBudget.DEFAULT);

  private static final Map<String, RetryBudget> PRESETS = Words.<RetryBudget>of(
          "sdk-standard", TokenBucket.SDK_STANDARD)
      .and("sdk-2026", TokenBucket.SDK_2026)
      .table();

  private static final Map<String, Reader<RetryBudget>> KINDS = Words.<Reader<RetryBudget>>of(
          "token-bucket", BudgetReader::tokenBucket)
      .and("ratio", BudgetReader::ratio)
      .table();

  private BudgetReader() {}

  private static Read<RetryBudget> read(Node node) {
    if (node.tree() instanceof Tree.Fields) {
      MapReader map = MapReader.of(node, "{ratio: {ratio: 20%}}");
      Given<RetryBudget> budget = map.oneOf("retry budget", KINDS);
      return map.build(RetryBudget.class, budget::get);
    }
    return Scalars.word("retry budget", PRESETS).read(node);
  }

  private static Read<RetryBudget> tokenBucket(Node node) {
    TokenBucket usual = TokenBucket.SDK_STANDARD;
    MapReader map = MapReader.of(node, "{capacity: 500, cost: 5, timeout-cost: 10, refund: 1}");
    Given<Integer> capacity = map.or("capacity", WHOLE, "" + usual.capacity());
    Given<Integer> cost = map.or("cost", WHOLE, "" + usual.cost());
    Given<Integer> timeoutCost = map.or("timeout-cost", WHOLE, "" + usual.timeoutCost());
    Given<Integer> throttlingCost = map.or("throttling-cost", WHOLE, "" + usual.throttlingCost());
    Given<Integer> refund = map.or("refund", WHOLE, "" + usual.refund());
    return map.build(
        TokenBucket.class,
        () -> TokenBucket.problems(
            capacity.get(), cost.get(), timeoutCost.get(), throttlingCost.get(), refund.get()),
        () -> new TokenBucket(
            capacity.get(), cost.get(), timeoutCost.get(), throttlingCost.get(), refund.get()));
  }

  private static Read<RetryBudget> ratio(Node node) {
    RatioBudget usual = RatioBudget.DEFAULT;
    MapReader map = MapReader.of(node, "{ratio: 20%, per-second: 10/s, look-back: 10s}");
    Given<Double> ratio = map.or("ratio", PERCENT, Percents.text(usual.ratio()));
    Given<Double> perSecond = map.or("per-second", RATE, Rates.text(usual.perSecond()));
    Given<Duration> lookBack = map.or("look-back", DURATION, Durations.text(usual.lookBack()));
    return map.build(
        RatioBudget.class,
        () -> RatioBudget.problems(ratio.get(), perSecond.get(), lookBack.get()),
        () -> new RatioBudget(ratio.get(), perSecond.get(), lookBack.get()));
  }
}
