package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.supply.Cloud;
import headroom.supply.SpotPool;
import headroom.supply.WanderingPrice;
import java.time.Duration;
import java.util.List;

/** What must hold between spot pools, the run, and the groups that ask for spot instances. */
final class SpotChecks {

  private static final long MOST_PRICES = 1_000_000;

  private final Draft draft;
  private final Problems problems = Problems.of();

  private SpotChecks(Draft draft) {
    this.draft = draft;
  }

  static List<Problem> of(Draft draft) {
    SpotChecks checks = new SpotChecks(draft);
    draft.cloud().ifPresent(checks::pools);
    draft.groups().forEach((name, group) -> group.ifPresent(known -> checks.group(name, known)));
    return checks.problems.list();
  }

  private void pools(Cloud cloud) {
    for (int i = 0; i < cloud.spot().size(); i++) {
      SpotPool pool = cloud.spot().get(i);
      String at = "cloud.spot[" + i + "].varies.every";
      pool.varies()
          .filter(WanderingPrice.class::isInstance)
          .map(WanderingPrice.class::cast)
          .ifPresent(course -> problems.require(
              at,
              draft.lasts().map(lasts -> isFollowed(course.every(), lasts)).orElse(true),
              "makes more than " + MOST_PRICES + " prices of the run (lasts)",
              "for example 1h"));
    }
  }

  private static boolean isFollowed(Duration every, Duration lasts) {
    return lasts.toNanos() / every.toNanos() <= MOST_PRICES;
  }

  private void group(String name, Group group) {
    String at = "groups." + name + ".mix";
    problems.require(
        at,
        !group.mix().usesSpot() || draft.cloud().map(cloud -> holds(cloud, group)).orElse(true),
        "wants spot instances, but no pool in cloud.spot has its types in its zones",
        "for example cloud.spot: [{type: " + group.type() + ", price: 0.04 USD/h}]");
  }

  private static boolean holds(Cloud cloud, Group group) {
    return cloud.spot().stream()
        .anyMatch(pool ->
            (pool.type().equals(group.type()) || group.otherTypes().contains(pool.type()))
                && (pool.zones().isEmpty()
                    || pool.zones().stream().anyMatch(group.zones()::contains)));
  }
}
