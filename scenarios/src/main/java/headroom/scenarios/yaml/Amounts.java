package headroom.scenarios.yaml;

import headroom.policy.metric.WatchedMetric;
import headroom.scenarios.text.Bytes;
import headroom.scenarios.text.Tree;
import java.util.Map;
import java.util.Optional;

/** Readers of values of a metric, in the unit in which the metric is written. */
final class Amounts {

  static final Reader<WatchedMetric> METRIC = Scalars.word("metric", metrics());

  private Amounts() {}

  private static Map<String, WatchedMetric> metrics() {
    Words<WatchedMetric> words = new Words<>();
    for (WatchedMetric metric : WatchedMetric.values()) {
      words.and(metric.word(), metric);
    }
    return words.table();
  }

  /** A reader for a metric; where that is not known, what is written cannot be judged. */
  static Reader<Double> of(Optional<WatchedMetric> metric) {
    if (metric.isEmpty()) {
      return Reader.withStandIns(node -> Read.rejected(node.tree()), 1e-6, 1.0);
    }
    return switch (metric.get().form()) {
      case SHARE -> Scalars.PERCENT;
      case BYTES -> Reader.withStandIns(Amounts::bytes, 1.0, 1e12);
      case NUMBER -> Scalars.NUMBER;
    };
  }

  /** How an example of a value is written. */
  static String example(Optional<WatchedMetric> metric) {
    return switch (metric.map(WatchedMetric::form).orElse(WatchedMetric.Form.SHARE)) {
      case SHARE -> "70%";
      case BYTES -> "5 MB";
      case NUMBER -> "100";
    };
  }

  /** Bytes, which may be fewer than a threshold. */
  private static Read<Double> bytes(Node node) {
    boolean below = node.tree() instanceof Tree.Scalar scalar && scalar.text().startsWith("-");
    if (!below) {
      return Scalars.BYTES.read(node).map(Long::doubleValue);
    }
    String text = ((Tree.Scalar) node.tree()).text().substring(1);
    Tree bare = new Tree.Scalar(node.tree().position(), text, false);
    return new Read<>(
        Scalars.BYTES.read(new Node(bare, node.path(), node.session())).value().map(v -> -1.0 * v),
        Scalars.BYTES
            .read(new Node(bare, node.path(), node.session()))
            .value()
            .<Tree>map(value -> Tree.of("-" + Bytes.text(value)))
            .orElse(node.tree()));
  }
}
