package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.RATE;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.routing.OutlierEjection;
import headroom.policy.routing.OwnCapacity;
import headroom.policy.routing.Stickiness;
import headroom.policy.routing.ZonalShift;
import headroom.policy.routing.ZoneHealth;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Percents;
import headroom.spec.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rules of a load balancer that have fields of their own. */
final class BalancerRulesReader {

  static final Reader<Stickiness> STICKINESS = Reader.withStandIns(
      BalancerRulesReader::stickiness,
      new Stickiness(Optional.empty(), Stickiness.WhenLost.GOES_ON),
      new Stickiness(Optional.empty(), Stickiness.WhenLost.STARTS_OVER));

  static final Reader<ZoneHealth> ZONE_HEALTH =
      Reader.withStandIns(BalancerRulesReader::zoneHealth, ZoneHealth.DEFAULT, ZoneHealth.DEFAULT);

  static final Reader<List<ZonalShift>> SHIFTS = shifts();

  static final Reader<OutlierEjection> EJECTION = Reader.withStandIns(
      BalancerRulesReader::ejection, OutlierEjection.DEFAULT, OutlierEjection.DEFAULT);

  static final Reader<OwnCapacity> CAPACITY =
      Reader.withStandIns(BalancerRulesReader::capacity, any(1), any(2));

  private static final Map<String, Stickiness.WhenLost> WHEN_LOST = Words.of(
          "goes-on", Stickiness.WhenLost.GOES_ON)
      .and("starts-over", Stickiness.WhenLost.STARTS_OVER)
      .table();

  private BalancerRulesReader() {}

  private static Reader<List<ZonalShift>> shifts() {
    Reader<ZonalShift> one = BalancerRulesReader::shift;
    return one.list("[{away-from: a, at: 1h, lasts: 30m}]");
  }

  private static OwnCapacity any(double perSecond) {
    return new OwnCapacity(perSecond, OwnCapacity.DEFAULT_GROWTH, OwnCapacity.DEFAULT_LAG);
  }

  private static Read<Stickiness> stickiness(Node node) {
    MapReader map = MapReader.of(node, "{lasts: 1h, when-lost: starts-over}");
    Given<Optional<Duration>> lasts =
        map.required("lasts", Scalars.orWord(DURATION, "session"), "1h");
    Given<Stickiness.WhenLost> whenLost =
        map.or("when-lost", Scalars.word("thing to do", WHEN_LOST), "goes-on");
    return map.build(
        Stickiness.class,
        () -> Stickiness.problems(lasts.get()),
        () -> new Stickiness(lasts.get(), whenLost.get()));
  }

  private static Read<ZoneHealth> zoneHealth(Node node) {
    MapReader map = MapReader.of(node, "{share: 50%}");
    Given<Integer> targets = map.or("targets", WHOLE, "" + ZoneHealth.DEFAULT.targets());
    Given<Double> share = map.or("share", PERCENT, Percents.text(ZoneHealth.DEFAULT.share()));
    return map.build(
        ZoneHealth.class,
        () -> ZoneHealth.problems(targets.get(), share.get()),
        () -> new ZoneHealth(targets.get(), share.get()));
  }

  private static Read<ZonalShift> shift(Node node) {
    MapReader map = MapReader.of(node, "{away-from: a, at: 1h, lasts: 30m}");
    Given<String> zone = map.required("away-from", NAME, "a");
    node.refers("away-from", Reference.Kind.ZONE, zone);
    Given<Duration> at = map.required("at", DURATION, "1h");
    Given<Duration> lasts = map.required("lasts", DURATION, "30m");
    return map.build(
        ZonalShift.class,
        () -> ZonalShift.problems(at.get(), lasts.get()),
        () -> new ZonalShift(zone.get(), at.get(), lasts.get()));
  }

  private static Read<OutlierEjection> ejection(Node node) {
    OutlierEjection usual = OutlierEjection.DEFAULT;
    MapReader map = MapReader.of(node, "{after: 5, base: 30s, most: 10%}");
    Given<Integer> after = map.or("after", WHOLE, "" + usual.after());
    Given<Duration> base = map.or("base", DURATION, Durations.text(usual.base()));
    Given<Double> most = map.or("most", PERCENT, Percents.text(usual.most()));
    return map.build(
        OutlierEjection.class,
        () -> OutlierEjection.problems(after.get(), base.get(), most.get()),
        () -> new OutlierEjection(after.get(), base.get(), most.get()));
  }

  private static Read<OwnCapacity> capacity(Node node) {
    MapReader map = MapReader.of(node, "{at-first: 100/s}");
    Given<Double> atFirst = map.required("at-first", RATE, "100/s");
    Given<Double> growth = map.or("growth", PERCENT, Percents.text(OwnCapacity.DEFAULT_GROWTH));
    Given<Duration> lag = map.or("lag", DURATION, Durations.text(OwnCapacity.DEFAULT_LAG));
    return map.build(
        OwnCapacity.class,
        () -> OwnCapacity.problems(atFirst.get(), growth.get(), lag.get()),
        () -> new OwnCapacity(atFirst.get(), growth.get(), lag.get()));
  }
}
