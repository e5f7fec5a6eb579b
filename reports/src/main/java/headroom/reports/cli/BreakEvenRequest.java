package headroom.reports.cli;

import headroom.reports.figure.Text;
import headroom.scenarios.experiment.BreakEven;
import headroom.scenarios.experiment.BreakEven.Finding;
import headroom.scenarios.experiment.BreakEven.Try;
import headroom.scenarios.experiment.Verdict;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.Numbers;
import headroom.scenarios.text.Position;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of a value along which a limit is sought: {@code groups.web.size.min=2..20}.
 *
 * @param path the value's path
 * @param range its numbers
 * @param unit what stands behind them; may be empty
 * @param limit the expectation: "availability.request >= 99.9%"
 */
record BreakEvenRequest(String path, BreakEven.Range range, String unit, String limit) {

  private static final String NUMBER = "([-+]?[0-9]*\\.?[0-9]+)";
  private static final Pattern FORM =
      Pattern.compile("([^=]+)=" + NUMBER + "([^.0-9]*)\\.\\." + NUMBER + "(.*)");
  private static final String LIMIT = "expect";
  private static final Position OPTION = Position.ofFile("--break-even");
  private static final MathContext DIGITS = new MathContext(4);

  /** Reads what stands behind {@code --break-even}. */
  static BreakEvenRequest of(String where, String limit) {
    Matcher form = FORM.matcher(where);
    if (!form.matches()) {
      throw new WrongUse("--break-even " + where
          + " is no range of a value; write for example groups.web.size.min=2..20");
    }
    String unit = form.group(5);
    if (!form.group(3).isEmpty() && !form.group(3).equals(unit)) {
      throw new WrongUse("--break-even " + where + " has two units");
    }
    double from = Double.parseDouble(form.group(2));
    double to = Double.parseDouble(form.group(4));
    if (!(from < to)) {
      throw new WrongUse("--break-even " + where + " must go from less to more");
    }
    boolean whole = unit.isEmpty() && from == Math.rint(from) && to == Math.rint(to);
    return new BreakEvenRequest(
        form.group(1).strip(), new BreakEven.Range(from, to, whole), unit, limit);
  }

  /** What replaces values of the scenario for a try. */
  List<String> sets(double value) {
    return List.of(path + "=" + said(value), LIMIT + "=[\"" + limit + "\"]");
  }

  /** What is wrong with a try, told of the option that asked for it. */
  InputException placed(InputException wrong) {
    return new InputException(wrong.complaints().stream().map(this::placed).toList());
  }

  private Complaint placed(Complaint each) {
    if (!each.position().equals(Position.SET)) {
      return each;
    }
    if (each.path().startsWith(LIMIT)) {
      return new Complaint(OPTION, "", each.message());
    }
    return each.path().startsWith(path) ? new Complaint(OPTION, each.path(), each.message()) : each;
  }

  private String said(double value) {
    return Numbers.text(new BigDecimal(value).round(DIGITS)) + unit;
  }

  List<String> lines(Finding finding, int replications) {
    List<String> lines = new ArrayList<>();
    for (Try each : finding.tries()) {
      lines.add(path + " " + said(each.value()) + ": " + word(each) + ", " + measured(each));
    }
    lines.add("");
    lines.add(Text.visible(answer(finding, replications)));
    return lines;
  }

  private static String word(Try each) {
    return each.verdict().state().name().toLowerCase(Locale.ROOT);
  }

  private static String measured(Try each) {
    return each.verdict()
        .estimate()
        .map(found -> headroom.reports.figure.Reading.of(found).both().replace('\u00A0', ' '))
        .orElse("no such figure");
  }

  private String answer(Finding finding, int replications) {
    if (!finding.isBetween()) {
      return finding.isUndecided() || finding.low().verdict().state() == Verdict.State.UNDECIDED
          ? limit + " is not decided at an end of the range by " + replications
              + " replications; more of them, or a wider range, may do."
          : limit + " is " + word(finding.low()) + " at both ends of the range: there is no place"
              + " to find, or more than one.";
    }
    boolean metAbove = finding.high().verdict().state() == Verdict.State.MET;
    Try met = metAbove ? finding.high() : finding.low();
    Try missed = metAbove ? finding.low() : finding.high();
    String answer = limit + " is met at " + path + " " + said(met.value()) + " and missed at "
        + said(missed.value());
    return finding.isUndecided()
        ? answer + "; between them " + replications + " replications do not decide."
        : answer + ", both for certain at once with 95 %.";
  }

  /** The finding as JSON has it. */
  void writeTo(headroom.scenarios.text.JsonWriter json, Finding finding) {
    json.beginObject();
    json.field("path").string(path);
    json.field("limit").string(limit);
    json.field("between").bool(finding.isBetween());
    json.field("low").string(said(finding.low().value()));
    json.field("high").string(said(finding.high().value()));
    json.field("tries").beginArray();
    for (Try each : finding.tries()) {
      json.beginObject();
      json.field("value").string(said(each.value()));
      json.field("verdict").string(word(each));
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }
}
