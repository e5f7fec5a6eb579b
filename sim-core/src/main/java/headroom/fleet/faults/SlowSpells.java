package headroom.fleet.faults;

import headroom.fault.Slowdown;
import headroom.fleet.targets.ServerGroup;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.results.EventLog;
import headroom.results.Recorder;
import java.util.ArrayList;
import java.util.List;

/**
 * Slows groups down and lets them recover. Where spells overlap their speeds multiply, and the one
 * that came last is the cause.
 */
public final class SlowSpells {

  private final Simulation simulation;
  private final Recorder recorder;
  private final List<Spell> under = new ArrayList<>();

  private record Spell(Slowdown rule, ServerGroup group) {}

  public SlowSpells(Simulation simulation, Recorder recorder) {
    this.simulation = simulation;
    this.recorder = recorder;
  }

  public void schedule(Slowdown rule, ServerGroup group) {
    Spell spell = new Spell(rule, group);
    long at = rule.at().toNanos();
    simulation.at(at, Phase.CHANGE, now -> begin(spell, now));
    simulation.at(at + rule.lasts().toNanos(), Phase.CHANGE, now -> end(spell, now));
  }

  private void begin(Spell spell, long now) {
    under.add(spell);
    carryOut(spell, now);
    log(EventLog.Kind.FAILURE, spell, spell.rule().speed() > 0 ? "slowed down" : "stalled", now);
  }

  private void end(Spell spell, long now) {
    under.remove(spell);
    carryOut(spell, now);
    log(EventLog.Kind.REPAIR, spell, "slowdown is over", now);
  }

  private void carryOut(Spell changed, long now) {
    double speed = 1;
    String cause = changed.rule().name();
    for (Spell spell : under) {
      if (spell.group() == changed.group()) {
        speed *= spell.rule().speed();
        cause = spell.rule().name();
      }
    }
    changed.group().setSpeed(speed, cause, now);
  }

  private void log(EventLog.Kind kind, Spell spell, String what, long now) {
    String subject = "groups." + spell.group().instances().name();
    recorder.happened(now, kind, subject, what, spell.rule().name());
  }
}
