package headroom.reports.export;

import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Reading;
import headroom.reports.page.DifferenceWords;
import headroom.reports.page.MetricWords;
import headroom.results.Metric;
import headroom.scenarios.experiment.Candidate;
import headroom.scenarios.experiment.Optimization;
import headroom.scenarios.experiment.Optimum;
import headroom.scenarios.experiment.Verdict;
import headroom.statistics.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The answer to an optimization as a person says it. */
public final class OptimumWords {
  private final Optimum optimum;
  private final Optimization question;

  public OptimumWords(Optimum optimum) {
    this.optimum = optimum;
    this.question = optimum.question();
  }

  /** What is chosen, how sure that is, the runner-up, the regret, and what limits the answer. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(choice());
    if (optimum.choice().isPresent()) {
      sentences.add(sure());
      sentences.add(runnerUp());
      sentences.add(regret());
    }
    unknown().ifPresent(sentences::add);
    if (!optimum.ends().isEmpty()) {
      sentences.add("The choice lies at an end of what " + String.join(" and ", optimum.ends())
          + " may be: a wider range may hold a better one.");
    }
    if (optimum.isSearched()) {
      sentences.add("Of " + optimum.combinations() + " combinations " + candidates()
          + " were tried: a sample, and neighbours of the best. Of the others nothing is claimed.");
    }
    return sentences;
  }

  private int candidates() {
    return optimum.candidates().size();
  }

  private String choice() {
    String limits = question.subjectTo().isEmpty() ? "" : " that is known to keep every limit";
    return optimum
        .choice()
        .map(each -> "To " + (question.maximize() ? "maximize " : "minimize ")
            + name() + ", choose " + each.variant().name() + ": "
            + measured(each) + ".")
        .orElse("None of " + candidates() + " candidates is one" + limits + ".");
  }

  /** The objective and each limit. */
  private String measured(Candidate candidate) {
    List<String> said = new ArrayList<>();
    candidate
        .variant()
        .estimate(question.objective())
        .ifPresent(estimate -> said.add(name() + " " + Reading.of(estimate).both()));
    candidate.variant().verdicts().forEach(each -> said.add(ReportVerdict.sentence(each)));
    return String.join("; ", said);
  }

  private String sure() {
    String whose = question.subjectTo().isEmpty()
        ? "no other candidate is better by "
        : "it keeps the limits, and no other candidate that is known to is better by ";
    String amount = "more than " + amount(optimum.indifference());
    return optimum.isProven()
        ? "With at least " + percent(optimum.confidence()) + " certainty " + whose + amount + "."
        : "Within " + question.atMost() + " replications the " + percent(question.confidence())
            + " asked for were not reached: about " + percent(optimum.confidence())
            + " certain is that " + whose + amount + ".";
  }

  private static String percent(double share) {
    return Numbers.said(Form.SHARE, share);
  }

  private String runnerUp() {
    return optimum
        .runnerUp()
        .map(each -> "The runner-up is " + each.variant().name() + ": "
            + each.difference().map(this::behind).orElse("") + ".")
        .orElse(
            isScreened()
                ? "Of the others the screening left none that is known to keep the limits."
                : "No other candidate is known to keep the limits.");
  }

  /** Whether some were dropped before all were run on the luck by which they are judged. */
  private boolean isScreened() {
    return optimum.candidates().stream()
        .anyMatch(
            each -> each.fate() == Candidate.Fate.BEATEN && each.difference().isEmpty());
  }

  private String behind(Difference difference) {
    if (!difference.isFound()) {
      return "no difference in " + name() + " found";
    }
    return name() + " " + DifferenceWords.amount(difference)
        + (difference.mean() < 0 ? " less" : " more");
  }

  /** Money ends at cents. */
  private String atMost(double value) {
    boolean isMoney =
        objective().filter(metric -> Form.of(metric) == Form.MONEY).isPresent();
    return isMoney && value < 0.01 ? "less than a cent" : "at most " + amount(value);
  }

  private String regret() {
    return optimum.regret() > 0
        ? "If the choice is wrong after all, it loses " + atMost(optimum.regret()) + " of " + name()
            + " (95 %)."
        : "No other candidate that may keep the limits can be better (95 %).";
  }

  /** Candidates of which more replications could make the choice. */
  private Optional<String> unknown() {
    List<Candidate> undecided = optimum.candidates().stream()
        .filter(each -> each.fate() == Candidate.Fate.UNDECIDED)
        .toList();
    String names = undecided.stream()
        .limit(5)
        .map(each -> each.variant().name())
        .collect(Collectors.joining("; "));
    return undecided.isEmpty()
        ? Optional.empty()
        : Optional.of(undecided.size() + (undecided.size() == 1 ? " candidate" : " candidates")
            + " could be better, but after " + question.atMost()
            + " replications it is not known whether the limits are kept: " + names
            + (undecided.size() > 5 ? " and more" : "") + ".");
  }

  /** The objective above a column. */
  String heading() {
    return objective().map(MetricWords::of).orElse(question.objective());
  }

  /** The objective within a sentence. */
  private String name() {
    return objective().map(MetricWords::within).orElse(question.objective());
  }

  private String amount(double value) {
    return objective()
        .map(metric -> Form.of(metric) == Form.SHARE
            ? Numbers.significant(100 * value, 2) + " points"
            : Numbers.said(Form.of(metric), value))
        .orElse(Numbers.significant(value, 3));
  }

  private Optional<Metric> objective() {
    return optimum.candidates().stream()
        .flatMap(each -> each.variant().estimate(question.objective()).stream())
        .map(estimate -> estimate.metric())
        .findFirst();
  }

  /** Why a candidate is not the choice. */
  public String why(Candidate candidate) {
    return switch (candidate.fate()) {
      case CHOSEN -> "the choice";
      case BEATEN ->
        candidate.difference().map(this::behind).orElse("dropped by the screening")
            + (candidate.beatenBy().isEmpty() ? "" : "; beaten by " + candidate.beatenBy());
      case MISSED -> limits(candidate, Verdict.State.MISSED);
      case UNDECIDED -> "undecided: " + limits(candidate, Verdict.State.UNDECIDED);
      case NOT_MEASURED -> "no " + question.objective() + " in some replication";
      case OPEN ->
        "not told apart: " + candidate.difference().map(this::behind).orElse("other luck");
    };
  }

  private static String limits(Candidate candidate, Verdict.State state) {
    return candidate.variant().verdicts().stream()
        .filter(each -> each.state() == state)
        .map(ReportVerdict::sentence)
        .collect(Collectors.joining("; "));
  }
}
