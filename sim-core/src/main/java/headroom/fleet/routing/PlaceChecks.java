package headroom.fleet.routing;

import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.routing.HealthCheck;
import java.util.function.BooleanSupplier;

/** A name's own regular checks of one place that it points to, and what they have found out. */
public final class PlaceChecks {

  private final HealthCheck rule;
  private final Simulation simulation;
  private final BooleanSupplier passes;
  private final Found found;
  private boolean well = true;
  private int failuresInRow;
  private int passesInRow;

  /** Hears what checks have found out. */
  @FunctionalInterface
  public interface Found {
    void found(boolean well, long nowNanos);
  }

  public PlaceChecks(HealthCheck rule, Simulation simulation, BooleanSupplier passes, Found found) {
    this.rule = rule;
    this.simulation = simulation;
    this.passes = passes;
    this.found = found;
  }

  /** Begins with a check at a share of the time between two. */
  public void start(double phase) {
    simulation.at((long) (phase * rule.every().toNanos()), Phase.CHANGE, this::check);
  }

  private void check(long now) {
    boolean passed = passes.getAsBoolean();
    passesInRow = passed ? passesInRow + 1 : 0;
    failuresInRow = passed ? 0 : failuresInRow + 1;
    if (well && failuresInRow == rule.unhealthyAfter()) {
      // The last check is known to have failed when its time is over.
      simulation.at(now + rule.timeout().toNanos(), Phase.CHANGE, at -> found(false, at));
    } else if (!well && passesInRow == rule.healthyAfter()) {
      found(true, now);
    }
    simulation.at(now + rule.every().toNanos(), Phase.CHANGE, this::check);
  }

  private void found(boolean isWell, long now) {
    well = isWell;
    found.found(isWell, now);
  }
}
