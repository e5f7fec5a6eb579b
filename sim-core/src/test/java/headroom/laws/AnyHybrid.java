package headroom.laws;

import headroom.spec.AskedWindow;
import headroom.spec.Hybrid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Any windows of requests that a user may ask for. */
final class AnyHybrid {

  private AnyHybrid() {}

  /** Drawn apart, so that what else a seed gives stays as it is. */
  static Hybrid of(long seed, Duration lasts) {
    Dice dice = new Dice(-1 - seed);
    List<AskedWindow> windows = new ArrayList<>();
    for (int left = dice.between(0, 2); left > 0; left--) {
      Duration at = Duration.ofSeconds((long) (dice.uniform() * lasts.toSeconds()));
      windows.add(new AskedWindow(at, Duration.ofSeconds(dice.between(1, 900))));
    }
    return new Hybrid(
        windows, dice.chance(0.3) ? Optional.empty() : Optional.of(dice.between(2, 5)));
  }
}
