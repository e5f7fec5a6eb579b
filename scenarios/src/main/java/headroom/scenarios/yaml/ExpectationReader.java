package headroom.scenarios.yaml;

import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.results.Unit;
import headroom.scenarios.experiment.Expectation;
import headroom.scenarios.experiment.Expectation.Op;
import headroom.scenarios.experiment.MetricNames;
import headroom.scenarios.text.Counts;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Money;
import headroom.scenarios.text.Percents;
import headroom.scenarios.text.Position;
import headroom.scenarios.text.Rates;
import headroom.scenarios.text.Shown;
import headroom.scenarios.text.Tree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads expectations: {@code cost.total < 400 USD}. */
final class ExpectationReader {

  static final String EXAMPLE = "[cost.total < 400 USD, availability.request >= 99.9%]";

  private static final Pattern FORM = Pattern.compile("([^\\s<>=]+) *([<>=!]+) *(.+)");

  /** A limit in the unit of what it limits. */
  record Limit(double value, Unit unit) {}

  private ExpectationReader() {}

  static Read<Expectation> read(Node node) {
    if (!(node.tree() instanceof Tree.Scalar scalar)) {
      node.complain(
          "must be a limit, was " + node.tree().shown() + "; for example cost.total < 400 USD");
      return Read.rejected(node.tree());
    }
    try {
      Expectation expectation = parse(scalar.text().strip());
      return Read.of(expectation, new Tree.Scalar(Position.NONE, expectation.text(), true));
    } catch (InvalidInputException e) {
      node.complainAll(e);
      return Read.rejected(node.tree());
    }
  }

  private static Expectation parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw wrong(
          Shown.quoted(text) + " is no limit of a metric", "for example cost.total < 400 USD");
    }
    String metric = form.group(1);
    Op op = Op.of(form.group(2))
        .orElseThrow(() ->
            wrong("unknown comparison " + Shown.quoted(form.group(2)), "known: <, <=, >, >="));
    Limit limit = limit(form.group(3), metric);
    List<Problem> problems = Expectation.problems(metric, op, limit.value(), limit.unit(), text);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return new Expectation(metric, op, limit.value(), limit.unit(), text);
  }

  /** Whether a half-width is in the unit of what it belongs to; a share of the mean always is. */
  static List<Problem> unitProblems(String within, String metric) {
    Optional<Unit> unit = MetricNames.unit(metric);
    boolean fits = within.endsWith("%")
        || unit.isEmpty()
        || unit.filter(limit(within, metric).unit()::equals).isPresent();
    return fits
        ? List.of()
        : List.of(new Problem(
            "",
            "is in another unit than " + metric + ", was " + within,
            "a share of the mean always does: 1%"));
  }

  /** The value of a limit; its unit is the one that is written. */
  static Limit limit(String text, String metric) {
    if (text.endsWith("%")) {
      return new Limit(Percents.parse(text), Unit.ONE);
    }
    if (text.contains("/")) {
      return new Limit(Rates.parse(text), Unit.PER_SECOND);
    }
    if (text.matches("[-+0-9.eE]+")) {
      return new Limit(Counts.parseNumber(text), Unit.ONE);
    }
    if (text.startsWith("$") || text.matches("[-+0-9.eE]+ ?[A-Z]{3}")) {
      return new Limit(Money.parse(text).doubleValue(), Unit.USD);
    }
    return time(text, MetricNames.unit(metric));
  }

  private static Limit time(String text, Optional<Unit> wanted) {
    double seconds = Durations.parse(text).toNanos() / 1e9;
    return wanted.equals(Optional.of(Unit.HOURS))
        ? new Limit(seconds / 3600, Unit.HOURS)
        : new Limit(seconds, Unit.SECONDS);
  }

  private static InvalidInputException wrong(String what, String cure) {
    return new InvalidInputException(List.of(new Problem("", what, cure)));
  }
}
