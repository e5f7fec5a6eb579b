package headroom.kernel;

import java.util.Arrays;

/** {@link Simulation} through its own interface. */
final class OursContestant extends Contestant {
  private final Simulation simulation = Simulation.create();
  private final Timer[] timers;

  OursContestant(Increments increments, int pending) {
    super(increments, pending);
    timers = new Timer[pending];
    Arrays.setAll(timers, i -> new Timer());
    for (Timer timer : timers) {
      schedule(timer, 0);
    }
  }

  @Override
  void fireSome() {
    simulation.runUntil(Long.MAX_VALUE);
  }

  private void schedule(Timer timer, long now) {
    simulation.schedule(timer, now + increments.next(), increments.phase());
  }

  private final class Timer extends Event {
    @Override
    protected void fire(long nowNanos) {
      schedule(this, nowNanos);
      boolean goOn = spend();
      if (increments.cancels()) {
        for (int i = 0; i < Increments.CANCELLED_PER_FIRED; i++) {
          Timer victim = timers[increments.victim(pending)];
          simulation.cancel(victim);
          schedule(victim, nowNanos);
          goOn = spend();
        }
      }
      if (!goOn) {
        simulation.stop();
      }
    }
  }
}
