package headroom.policy.alarm;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The rule of a composite alarm: what the states of other alarms must be (fleet sheet §5.2). */
public sealed interface AlarmExpression {

  /** True when the rule holds. */
  boolean holds(Function<String, AlarmState> states);

  /** Tells every alarm it names. */
  void names(Consumer<String> to);

  /** Always, or never. */
  record Constant(boolean value) implements AlarmExpression {
    @Override
    public boolean holds(Function<String, AlarmState> states) {
      return value;
    }

    @Override
    public void names(Consumer<String> to) {}
  }

  /** An alarm is in a state. */
  record Is(AlarmState state, String alarm) implements AlarmExpression {
    @Override
    public boolean holds(Function<String, AlarmState> states) {
      return states.apply(alarm) == state;
    }

    @Override
    public void names(Consumer<String> to) {
      to.accept(alarm);
    }
  }

  /** A rule does not hold. */
  record Not(AlarmExpression rule) implements AlarmExpression {
    @Override
    public boolean holds(Function<String, AlarmState> states) {
      return !rule.holds(states);
    }

    @Override
    public void names(Consumer<String> to) {
      rule.names(to);
    }
  }

  /** All rules hold. */
  record And(List<AlarmExpression> rules) implements AlarmExpression {
    public And {
      rules = List.copyOf(rules);
    }

    @Override
    public boolean holds(Function<String, AlarmState> states) {
      return rules.stream().allMatch(rule -> rule.holds(states));
    }

    @Override
    public void names(Consumer<String> to) {
      rules.forEach(rule -> rule.names(to));
    }
  }

  /** One of the rules holds. */
  record Or(List<AlarmExpression> rules) implements AlarmExpression {
    public Or {
      rules = List.copyOf(rules);
    }

    @Override
    public boolean holds(Function<String, AlarmState> states) {
      return rules.stream().anyMatch(rule -> rule.holds(states));
    }

    @Override
    public void names(Consumer<String> to) {
      rules.forEach(rule -> rule.names(to));
    }
  }
}
