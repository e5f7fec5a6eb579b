package headroom.laws;

import static headroom.laws.AnyClient.some;

import headroom.policy.limit.Aimd;
import headroom.policy.limit.ConcurrencyLimit;
import headroom.policy.limit.Gradient;
import headroom.policy.queueing.LoadShedding;
import headroom.policy.queueing.QueueDiscipline;
import headroom.workload.ClassRule;
import headroom.workload.Contention;
import headroom.workload.Service;
import headroom.workload.WarmUpCurve;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an instance of any kind does for requests. */
final class AnyService {

  private final Dice dice;
  private final List<String> classes;
  private final List<String> callees;

  private AnyService(Dice dice, List<String> classes, List<String> callees) {
    this.dice = dice;
    this.classes = classes;
    this.callees = callees;
  }

  /**
   * A service.
   *
   * @param classes the classes of request that there are
   * @param callees whom it may call
   */
  static Service of(Dice dice, List<String> classes, List<String> callees) {
    return new AnyService(dice, classes, callees).service();
  }

  private Service service() {
    boolean sharing = dice.some(Feature.SHARING, 0.25);
    double time = dice.pick(0.02, 0.1, 0.5, 2.0);
    return new Service(
        dice.between(1, 12),
        dice.pick(0, 1, 10, 100, sharing ? 100 : 100_000),
        AnyLaw.of(dice, time),
        sharing,
        discipline(sharing),
        some(dice, Feature.SHEDDING, 0.2)
            .map(d -> new LoadShedding(d.between(1, 60), d.between(0, 10))),
        some(dice, Feature.CONCURRENCY_LIMITS, 0.2).map(d -> limit()),
        rules(time),
        some(dice, Feature.CONTENTION, 0.2)
            .map(d -> new Contention(d.pick(0.01, 0.1), d.pick(0.0, 0.0001)))
            .orElse(Contention.NONE),
        some(dice, Feature.WARM_UP, 0.2)
            .map(d -> new WarmUpCurve(d.between(1, 5), Duration.ofSeconds(d.between(1, 300)))),
        some(dice, Feature.SERIAL, 0.15).map(d -> AnyLaw.of(d, d.pick(0.001, 0.02))),
        Feature.CALLS.isOn() ? AnyCalls.of(dice, classes, callees) : List.of(),
        !dice.some(Feature.FREE_WORKERS, 0.4));
  }

  private QueueDiscipline discipline(boolean sharing) {
    if (!dice.some(Feature.DISCIPLINES, 0.5) || sharing) {
      return new QueueDiscipline.Fifo();
    }
    return switch (dice.between(0, 3)) {
      case 0 -> new QueueDiscipline.Lifo();
      case 1 -> new QueueDiscipline.AdaptiveLifo(dice.between(0, 20));
      case 2 ->
        new QueueDiscipline.CoDel(
            Duration.ofMillis(dice.between(1, 50)), Duration.ofMillis(dice.between(51, 500)));
      default -> new QueueDiscipline.DeadlineAware();
    };
  }

  private ConcurrencyLimit limit() {
    int least = dice.between(1, 20);
    int initial = least + dice.between(0, 20);
    int most = initial + dice.between(0, 100);
    return dice.chance(0.5)
        ? new Aimd(
            initial, least, most, dice.pick(0.5, 0.9), Duration.ofMillis(dice.between(100, 10_000)))
        : new Gradient(
            initial,
            least,
            most,
            dice.between(1, 10),
            dice.pick(0.2, 1.0),
            Duration.ofMillis(dice.between(100, 5000)),
            dice.between(1, 600));
  }

  private List<ClassRule> rules(double time) {
    List<ClassRule> rules = new ArrayList<>();
    for (String name : classes) {
      if (dice.chance(0.6)) {
        rules.add(new ClassRule(
            name,
            Optional.of(AnyLaw.of(dice, time * dice.pick(0.5, 3.0))).filter(t -> dice.chance(0.6)),
            dice.between(0, ClassRule.LOWEST_PRIORITY)));
      }
    }
    return rules;
  }
}
