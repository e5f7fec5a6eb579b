package headroom.fleet.faults;

import headroom.fault.Slowdown;
import headroom.fleet.targets.ServerGroup;
import headroom.results.EventLog;
import headroom.results.Recorder;
import java.util.ArrayList;
import java.util.List;

/**
 * Slows groups down and lets them recover. Where spells overlap their speeds multiply, and the one
 * that came last is the cause.
 */
public final class SlowSpells {

  private final Recorder recorder;
  private final List<Spell> under = new ArrayList<>();

  public SlowSpells(Recorder recorder) {
    this.recorder = recorder;
  }

  /** A group that a rule slows down. */
  public Outages.Thing of(Slowdown rule, ServerGroup group) {
    return new Spell(rule, group);
  }

  private final class Spell implements Outages.Thing {
    private final Slowdown rule;
    private final ServerGroup group;

    Spell(Slowdown rule, ServerGroup group) {
      this.rule = rule;
      this.group = group;
    }

    @Override
    public void goesDown(long now) {
      under.add(this);
      carryOut(now);
      log(EventLog.Kind.FAILURE, rule.speed() > 0 ? "slowed down" : "stalled", now);
    }

    @Override
    public void comesBack(long now) {
      under.remove(this);
      carryOut(now);
      log(EventLog.Kind.REPAIR, "slowdown is over", now);
    }

    private void carryOut(long now) {
      double speed = 1;
      String cause = rule.name();
      for (Spell spell : under) {
        if (spell.group == group) {
          speed *= spell.rule.speed();
          cause = spell.rule.name();
        }
      }
      group.setSpeed(speed, cause, now);
    }

    private void log(EventLog.Kind kind, String what, long now) {
      String subject = "groups." + group.instances().name();
      recorder.happened(now, kind, subject, what, rule.name());
    }
  }
}
