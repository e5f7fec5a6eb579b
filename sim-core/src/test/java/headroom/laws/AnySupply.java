package headroom.laws;

import headroom.supply.Worth;
import java.util.Optional;

/** What the cloud offers in a generated scenario; drawn apart, so that nothing else is moved. */
final class AnySupply {

  private static final long APART = 1_000_000_007L;

  private final Dice dice;

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
}
