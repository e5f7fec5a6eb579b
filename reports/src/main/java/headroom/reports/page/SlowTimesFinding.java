package headroom.reports.page;

import headroom.reports.figure.Form;
import headroom.reports.figure.Lengths;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Points;
import headroom.reports.figure.Reading;
import headroom.statistics.Estimate;
import java.util.Optional;

/** When the p99 misses its target, beside how long a launch takes; of the replication shown. */
final class SlowTimesFinding {

  private static final int HOURS = 24;
  private static final double MOST = 0.5;
  private static final int LONGEST = 8;

  private SlowTimesFinding() {}

  /** Said when half of the slow time lies within at most eight hours of the day. */
  static Optional<Finding> of(RunFacts facts, Course course) {
    if (facts.targets().latencyP99().isEmpty() || course.step() > 3600) {
      return Optional.empty();
    }
    double target = facts.targets().latencyP99().getAsDouble();
    return course.values("latency.p99").flatMap(p99 -> of(facts, course, p99, target));
  }

  private static Optional<Finding> of(RunFacts facts, Course course, Points p99, double target) {
    int[] slow = new int[HOURS];
    int all = 0;
    for (int i = 0; i < p99.size(); i++) {
      if (p99.y(i) > target) {
        slow[course.span().at(p99.x(i)).getHour()]++;
        all++;
      }
    }
    for (int length = 1; all > 0 && length <= LONGEST; length++) {
      int begin = best(slow, length);
      if (sum(slow, begin, length) > MOST * all) {
        // Of one replication, so it describes and does not explain.
        return Optional.of(
            new Finding(sentence(facts, course, target, all, begin, length), "latency-over-time")
                .aside());
      }
    }
    return Optional.empty();
  }

  private static int best(int[] slow, int length) {
    int best = 0;
    for (int begin = 1; begin < HOURS; begin++) {
      best = sum(slow, begin, length) > sum(slow, best, length) ? begin : best;
    }
    return best;
  }

  private static int sum(int[] slow, int begin, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += slow[(begin + i) % HOURS];
    }
    return sum;
  }

  private static String sentence(
      RunFacts facts, Course course, double target, int all, int begin, int length) {
    return "In the replication shown the p99 is above its target of "
        + Numbers.said(Form.DURATION, target) + " for " + Lengths.words(all * course.step())
        + " in all, most of it between " + clock(begin) + " and " + clock((begin + length) % HOURS)
        + launches(facts) + ".";
  }

  private static String clock(int hour) {
    return (hour < 10 ? "0" : "") + hour + ":00";
  }

  /** The longest way from the decision to readiness; an interval beside it, and no "because". */
  private static String launches(RunFacts facts) {
    return facts.largest("groups.").stream()
        .filter(each -> each.metric().flat().endsWith(".launch.to-ready.mean"))
        .filter(Estimate::hasInterval)
        .findFirst()
        .map(ready -> "; a launch takes " + Reading.of(ready).both() + " until requests may come")
        .orElse("");
  }
}
