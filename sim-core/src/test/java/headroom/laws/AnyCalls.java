package headroom.laws;

import static headroom.laws.AnyClient.some;

import headroom.workload.Cache;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Fallback;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a service asks of others, in any shape. */
final class AnyCalls {

  private final Dice dice;
  private final List<String> classes;
  private final List<String> callees;
  private int made;

  private AnyCalls(Dice dice, List<String> classes, List<String> callees) {
    this.dice = dice;
    this.classes = classes;
    this.callees = callees;
  }

  static List<CallStep> of(Dice dice, List<String> classes, List<String> callees) {
    return callees.isEmpty() ? List.of() : new AnyCalls(dice, classes, callees).steps();
  }

  private List<CallStep> steps() {
    List<CallStep> steps = new ArrayList<>();
    int count = dice.between(0, 2);
    for (int i = 0; i < count; i++) {
      steps.add(
          switch (dice.between(0, 3)) {
            case 0 -> new CallStep.Parallel(List.of(call(), call()));
            case 1 ->
              new CallStep.OneOf(List.of(
                  new CallStep.OneOf.Option(0.7, call()),
                  new CallStep.OneOf.Option(dice.pick(0.1, 0.3), call())));
            default -> new CallStep.One(call());
          });
    }
    return steps;
  }

  private Call call() {
    return new Call(
        "call-" + made++,
        callee(),
        AnyClient.ofCall(dice),
        dice.pick(1.0, 0.5, 0.1),
        dice.pick(1, 1, 1, 2),
        fallback(),
        some(dice, Feature.CACHES, 0.3).map(d -> cache()),
        dice.chance(0.3) && !classes.isEmpty() ? classes.subList(0, 1) : List.of(),
        dice.between(0, 5000),
        dice.between(0, 50_000));
  }

  private String callee() {
    return callees.get(dice.between(0, callees.size() - 1));
  }

  private Fallback fallback() {
    if (!dice.some(Feature.FALLBACKS, 0.5)) {
      return new Fallback.Fail();
    }
    return dice.chance(0.5) ? new Fallback.Degrade() : new Fallback.Instead(callee());
  }

  private Cache cache() {
    return new Cache(
        dice.pick(0.5, 0.9, 1.0),
        dice.between(1, 2000),
        Optional.of(Duration.ofSeconds(dice.between(1, 1000))).filter(t -> dice.chance(0.7)),
        dice.chance(0.4));
  }
}
