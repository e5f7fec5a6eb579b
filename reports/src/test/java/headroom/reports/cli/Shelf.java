package headroom.reports.cli;

import headroom.problem.Suggestion;
import headroom.results.Unit;
import headroom.scenarios.experiment.Expectation;
import headroom.scenarios.experiment.Expectation.Op;
import headroom.scenarios.experiment.Replications;
import headroom.scenarios.experiment.Setting;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.experiment.Variant;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.Position;
import headroom.spec.TrafficModel;
import java.util.List;
import java.util.Optional;

/** Scenarios made in Java, found by name, for tests of the commands alone. */
final class Shelf implements ScenarioSource {

  private static final List<String> NAMES =
      List.of("small-shop", "met", "missed", "undecided", "varied", "doubtful", "wrong");

  @Override
  public Found read(String name, List<String> sets, boolean allowOutside) {
    if (name.equals("wrong")) {
      throw new InputException(List.of(
          new Complaint(new Position("wrong.yaml", 3, 5), "lasts", "must be above 0"),
          new Complaint(new Position("wrong.yaml", 1, 1), "scenario", "is missing")));
    }
    if (!NAMES.contains(name)) {
      throw new InputException(
          Position.NONE, "no scenario '" + name + "'; " + Suggestion.cure(name, NAMES));
    }
    long seed = 7;
    int replications = 3;
    TrafficModel model = TrafficModel.REQUESTS;
    for (String set : sets) {
      if (set.startsWith("seed=")) {
        seed = Long.parseLong(set.substring("seed=".length()));
      }
      if (set.startsWith("experiment.replications=")) {
        replications = Integer.parseInt(set.substring("experiment.replications=".length()));
      }
      if (set.equals("traffic-model=flow")) {
        model = TrafficModel.FLOW;
      }
    }
    return new Found(
        SmallShop.trial(seed, model, Replications.fixed(replications), expectations(name)),
        name.equals("varied") ? Optional.of(new TwoSeeds(replications)) : Optional.empty(),
        warnings(name));
  }

  /** The small shop on two seeds. */
  private record TwoSeeds(int replications) implements Varied {

    @Override
    public long count() {
      return 2;
    }

    @Override
    public List<Variant> variants() {
      return List.of(variant(7), variant(8));
    }

    private Variant variant(long seed) {
      Trial trial =
          SmallShop.trial(seed, TrafficModel.REQUESTS, Replications.fixed(replications), List.of());
      return new Variant(
          "seed=" + seed, List.of(new Setting("seed", String.valueOf(seed))), () -> trial);
    }
  }

  private static List<Complaint> warnings(String name) {
    Position place = new Position("doubtful.yaml", 7, 3);
    return name.equals("doubtful")
        ? List.of(new Complaint(place, "groups.web", "is most likely not meant; another one"))
        : List.of();
  }

  private static List<Expectation> expectations(String name) {
    return switch (name) {
      case "met" -> List.of(cost(Op.BELOW, 2));
      case "missed" -> List.of(cost(Op.BELOW, 2), cost(Op.ABOVE, 2));
      case "undecided" ->
        List.of(new Expectation("cost.storage", Op.BELOW, 1, Unit.USD, "cost.storage < 1 USD"));
      default -> List.of();
    };
  }

  private static Expectation cost(Op op, double limit) {
    String text = "cost.total " + op.symbol() + " 2 USD";
    return new Expectation("cost.total", op, limit, Unit.USD, text);
  }

  @Override
  public List<Listed> list() {
    return List.of(
        new Listed("small-shop", "Two small instances."),
        new Listed("met", "The same, with an expectation that is met."));
  }
}
