package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NUMBER;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.limit.Aimd;
import headroom.policy.limit.ConcurrencyLimit;
import headroom.policy.limit.Gradient;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Numbers;
import headroom.scenarios.text.Tree;
import java.time.Duration;
import java.util.Map;

/** Reads how an instance finds out how many requests it takes at once. */
final class ConcurrencyLimitReader {

  static final Reader<ConcurrencyLimit> READER =
      Reader.withStandIns(ConcurrencyLimitReader::read, Aimd.DEFAULT, Gradient.DEFAULT);

  private static final Map<String, Reader<ConcurrencyLimit>> KINDS =
      Words.<Reader<ConcurrencyLimit>>of("aimd", ConcurrencyLimitReader::aimd)
          .and("gradient", ConcurrencyLimitReader::gradient)
          .table();

  private ConcurrencyLimitReader() {}

  private static Read<ConcurrencyLimit> read(Node node) {
    if (node.tree() instanceof Tree.Scalar scalar && KINDS.containsKey(scalar.text())) {
      // A name alone takes what is usual for it.
      Tree usual = Tree.map(Map.of(scalar.text(), Tree.map(Map.of())));
      return read(new Node(usual, node.path(), node.session()));
    }
    MapReader map = MapReader.of(node, "{aimd: {initial: 20}}");
    Given<ConcurrencyLimit> limit = map.oneOf("concurrency limit", KINDS);
    return map.build(ConcurrencyLimit.class, limit::get);
  }

  private static Read<ConcurrencyLimit> aimd(Node node) {
    Aimd usual = Aimd.DEFAULT;
    MapReader map = MapReader.of(node, "{initial: 20, least: 20, most: 200, backoff: 0.9}");
    Given<Integer> initial = map.or("initial", WHOLE, "" + usual.initial());
    Given<Integer> least = map.or("least", WHOLE, "" + usual.least());
    Given<Integer> most = map.or("most", WHOLE, "" + usual.most());
    Given<Double> backoff = map.or("backoff", NUMBER, Numbers.text(usual.backoff()));
    Given<Duration> timeout = map.or("timeout", DURATION, Durations.text(usual.timeout()));
    return map.build(
        Aimd.class,
        () -> Aimd.problems(initial.get(), least.get(), most.get(), backoff.get(), timeout.get()),
        () -> new Aimd(initial.get(), least.get(), most.get(), backoff.get(), timeout.get()));
  }

  private static Read<ConcurrencyLimit> gradient(Node node) {
    Gradient usual = Gradient.DEFAULT;
    MapReader map = MapReader.of(node, "{initial: 20, least: 20, most: 200, queue: 4}");
    Given<Integer> initial = map.or("initial", WHOLE, "" + usual.initial());
    Given<Integer> least = map.or("least", WHOLE, "" + usual.least());
    Given<Integer> most = map.or("most", WHOLE, "" + usual.most());
    Given<Integer> queue = map.or("queue", WHOLE, "" + usual.queue());
    Given<Double> smoothing = map.or("smoothing", NUMBER, Numbers.text(usual.smoothing()));
    Given<Duration> window = map.or("window", DURATION, Durations.text(usual.window()));
    Given<Integer> longWindow = map.or("long-window", WHOLE, "" + usual.longWindow());
    return map.build(
        Gradient.class,
        () -> Gradient.problems(
            initial.get(),
            least.get(),
            most.get(),
            queue.get(),
            smoothing.get(),
            window.get(),
            longWindow.get()),
        () -> new Gradient(
            initial.get(),
            least.get(),
            most.get(),
            queue.get(),
            smoothing.get(),
            window.get(),
            longWindow.get()));
  }
}
