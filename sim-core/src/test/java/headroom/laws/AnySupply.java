package headroom.laws;

import headroom.fault.Failure;
import headroom.fault.LaunchServiceOutage;
import headroom.supply.BootstrapStep;
import headroom.supply.Cloud;
import headroom.supply.Image;
import headroom.supply.LaunchService;
import headroom.supply.Worth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the cloud offers in a generated scenario; drawn apart, so that nothing else is moved. */
final class AnySupply {

  private static final long APART = 1_000_000_007L;

  private final Dice dice;
  private final List<LaunchService> services = new ArrayList<>();

  AnySupply(long seed) {
    dice = new Dice(seed + APART);
  }

  Worth worth() {
    if (dice.chance(0.6)) {
      return Worth.AS_MEASURED;
    }
    return new Worth(
        Optional.of(dice.pick("m5.large", "c5.xlarge")).filter(type -> dice.chance(0.7)),
        Optional.of(dice.pick(0.3, 0.8, 1.0)).filter(share -> dice.chance(0.7)),
        dice.chance(0.3));
  }

  /** The same image, or one with more to its start. */
  Image image(Image plain) {
    if (dice.chance(0.5)) {
      return plain;
    }
    List<BootstrapStep> steps = new ArrayList<>();
    for (int i = dice.between(0, 2); i >= 0; i--) {
      steps.add(new BootstrapStep(
          "step-" + i,
          AnyLaw.of(dice, 60),
          dice.pick(0.0, 0.1, 0.5),
          dice.between(1, 3),
          service("chef-of-" + plain.name(), 0.5)));
    }
    return new Image(
        plain.name(),
        plain.pending(),
        plain.boot(),
        service("store-of-" + plain.name(), 0.3),
        steps,
        dice.chance(0.5) ? Image.NONE : AnyLaw.of(dice, 30));
  }

  /** Services of an image's own, so that groups have nothing to do with each other. */
  private Optional<String> service(String name, double probability) {
    if (!dice.chance(probability)) {
      return Optional.empty();
    }
    if (services.stream().noneMatch(service -> service.name().equals(name))) {
      services.add(
          new LaunchService(name, dice.chance(0.2) ? LaunchService.UNLIMITED : dice.between(1, 3)));
    }
    return Optional.of(name);
  }

  /** Outages of launch services beside whatever else breaks. */
  List<Failure> failures(List<Failure> others, Duration lasts) {
    List<Failure> failures = new ArrayList<>(others);
    for (LaunchService service : services) {
      if (dice.chance(0.4)) {
        failures.add(new LaunchServiceOutage(
            "launch-service-" + service.name(),
            service.name(),
            Duration.ofSeconds(dice.between(0, (int) lasts.toSeconds() - 1)),
            Duration.ofSeconds(dice.between(1, 900))));
      }
    }
    return failures;
  }

  Cloud cloud() {
    return new Cloud(services);
  }
}
