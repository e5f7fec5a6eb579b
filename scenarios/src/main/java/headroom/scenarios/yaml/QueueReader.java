package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.queueing.LoadShedding;
import headroom.policy.queueing.QueueDiscipline;
import headroom.policy.queueing.QueueDiscipline.AdaptiveLifo;
import headroom.policy.queueing.QueueDiscipline.CoDel;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Shown;
import headroom.scenarios.text.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads who of those that wait is served next, and who is turned away. */
final class QueueReader {

  static final Reader<QueueDiscipline> DISCIPLINE = Reader.withStandIns(
      QueueReader::discipline, new QueueDiscipline.Fifo(), new QueueDiscipline.Lifo());

  static final Reader<LoadShedding> SHEDDING =
      Reader.withStandIns(QueueReader::shedding, new LoadShedding(1, 0), new LoadShedding(1, 0));

  private static final Map<String, QueueDiscipline> PLAIN = Words.<QueueDiscipline>of(
          "fifo", new QueueDiscipline.Fifo())
      .and("lifo", new QueueDiscipline.Lifo())
      .and("deadline-aware", new QueueDiscipline.DeadlineAware())
      .table();

  private static final Map<String, Reader<QueueDiscipline>> KINDS =
      Words.<Reader<QueueDiscipline>>of("adaptive-lifo", QueueReader::adaptiveLifo)
          .and("codel", QueueReader::codel)
          .table();

  private static final List<String> KNOWN =
      List.of("fifo", "lifo", "adaptive-lifo", "codel", "deadline-aware");

  private QueueReader() {}

  private static Read<QueueDiscipline> discipline(Node node) {
    if (node.tree() instanceof Tree.Fields) {
      MapReader map = MapReader.of(node, "{codel: {target: 5ms, interval: 100ms}}");
      Given<QueueDiscipline> discipline = map.oneOf("queue discipline", KINDS);
      return map.build(QueueDiscipline.class, discipline::get);
    }
    if (node.tree() instanceof Tree.Scalar scalar) {
      return named(node, scalar.text());
    }
    return Scalars.word("queue discipline", PLAIN).read(node);
  }

  private static Read<QueueDiscipline> named(Node node, String name) {
    if (KINDS.containsKey(name)) {
      // A name alone takes what is usual for it, or is told what it needs.
      Tree empty = new Tree.Fields(node.tree().position(), Map.of());
      return discipline(new Node(Tree.map(Map.of(name, empty)), node.path(), node.session()));
    }
    if (!PLAIN.containsKey(name)) {
      node.complain(
          "unknown queue discipline " + Shown.quoted(name) + "; " + Shown.cure(name, KNOWN));
      return Read.rejected(node.tree());
    }
    return Scalars.word("queue discipline", PLAIN).read(node);
  }

  private static Read<QueueDiscipline> adaptiveLifo(Node node) {
    MapReader map = MapReader.of(node, "{above: 10}");
    Given<Integer> above = map.required("above", WHOLE, "10");
    return map.build(
        AdaptiveLifo.class,
        () -> AdaptiveLifo.problems(above.get()),
        () -> new AdaptiveLifo(above.get()));
  }

  private static Read<QueueDiscipline> codel(Node node) {
    CoDel usual = CoDel.DEFAULT;
    MapReader map = MapReader.of(node, "{target: 5ms, interval: 100ms}");
    Given<Duration> target = map.or("target", DURATION, Durations.text(usual.target()));
    Given<Duration> interval = map.or("interval", DURATION, Durations.text(usual.interval()));
    return map.build(
        CoDel.class,
        () -> CoDel.problems(target.get(), interval.get()),
        () -> new CoDel(target.get(), interval.get()));
  }

  private static Read<LoadShedding> shedding(Node node) {
    MapReader map = MapReader.of(node, "{above: 40, per-priority: 10}");
    Given<Integer> above = map.required("above", WHOLE, "40");
    Given<Integer> perPriority = map.or("per-priority", WHOLE, "0");
    return map.build(
        LoadShedding.class,
        () -> LoadShedding.problems(above.get(), perPriority.get()),
        () -> new LoadShedding(above.get(), perPriority.get()));
  }
}
