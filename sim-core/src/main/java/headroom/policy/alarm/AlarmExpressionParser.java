package headroom.policy.alarm;

import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads rules of composite alarms as CloudWatch writes them: {@code ALARM(a) AND NOT (OK(b) OR
 * INSUFFICIENT_DATA(c))}; NOT binds closest, then AND, then OR.
 */
public final class AlarmExpressionParser {

  private static final Pattern WORD = Pattern.compile("\\s*([A-Za-z0-9_-]+|[()]|\\S)");
  private static final int DEEPEST = 100;
  private static final String CURE = "for example ALARM(cpu-high) AND NOT ALARM(queue-high)";

  private final List<String> words = new ArrayList<>();
  private int at;
  private int depth;

  private AlarmExpressionParser(String text) {
    Matcher matcher = WORD.matcher(text.strip());
    while (matcher.find()) {
      words.add(matcher.group(1));
    }
  }

  /**
   * Reads a rule.
   *
   * @throws InvalidInputException when the text is none
   */
  public static AlarmExpression parse(String text) {
    AlarmExpressionParser parser = new AlarmExpressionParser(text);
    AlarmExpression rule = parser.any();
    if (parser.at < parser.words.size()) {
      throw parser.wrong("AND, OR or the end");
    }
    return rule;
  }

  private AlarmExpression any() {
    List<AlarmExpression> rules = new ArrayList<>(List.of(all()));
    while (takes("OR")) {
      rules.add(all());
    }
    return rules.size() == 1 ? rules.get(0) : new AlarmExpression.Or(rules);
  }

  private AlarmExpression all() {
    List<AlarmExpression> rules = new ArrayList<>(List.of(one()));
    while (takes("AND")) {
      rules.add(one());
    }
    return rules.size() == 1 ? rules.get(0) : new AlarmExpression.And(rules);
  }

  private AlarmExpression one() {
    if (++depth > DEEPEST) {
      throw wrong("at most " + DEEPEST + " parts");
    }
    if (takes("NOT")) {
      return new AlarmExpression.Not(one());
    }
    if (takes("(")) {
      AlarmExpression inside = any();
      expect(")");
      return inside;
    }
    if (takes("TRUE")) {
      return new AlarmExpression.Constant(true);
    }
    return takes("FALSE") ? new AlarmExpression.Constant(false) : state();
  }

  private AlarmExpression state() {
    AlarmState state = Arrays.stream(AlarmState.values())
        .filter(known -> takes(known.name()))
        .findFirst()
        .orElseThrow(() -> wrong("ALARM, OK, INSUFFICIENT_DATA, TRUE, FALSE, NOT or ("));
    expect("(");
    String alarm = next();
    if (!alarm.matches("[A-Za-z0-9_-]+")) {
      throw wrong("the name of an alarm");
    }
    at++;
    expect(")");
    return new AlarmExpression.Is(state, alarm);
  }

  private String next() {
    return at < words.size() ? words.get(at) : "";
  }

  private boolean takes(String word) {
    boolean there = next().equals(word);
    at += there ? 1 : 0;
    return there;
  }

  private void expect(String word) {
    if (!takes(word)) {
      throw wrong("'" + word + "'");
    }
  }

  private InvalidInputException wrong(String wanted) {
    String found = next().isEmpty() ? "the end" : "'" + next() + "'";
    return new InvalidInputException(
        List.of(new Problem("", "must have " + wanted + " where " + found + " is", CURE)));
  }
}
