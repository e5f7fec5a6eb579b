package headroom.fleet.alarms;

import headroom.policy.alarm.Alarm;
import headroom.policy.alarm.AlarmState;
import headroom.policy.metric.Statistic;
import headroom.policy.metric.WatchedMetric.Form;
import headroom.spec.MetricAlarm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the history of an alarm says, with the numbers that caused it. */
final class AlarmWords {

  private static final int MOST_POINTS = 5;

  private final MetricAlarm plan;

  AlarmWords(MetricAlarm plan) {
    this.plan = plan;
  }

  static String of(AlarmState state) {
    return state.name().replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  /** The newest value beside its threshold: "cpu 75.0 % > 50.0 %". */
  String condition(double newest) {
    return metric() + " " + said(newest) + " " + limit();
  }

  private String metric() {
    Statistic statistic = plan.statistic();
    String word = statistic.kind() == Statistic.Kind.PERCENTILE
        ? "p"
            + new BigDecimal(String.format(Locale.ROOT, "%.3f", 100 * statistic.share()))
                .stripTrailingZeros()
                .toPlainString()
        : statistic.kind().word();
    return plan.metric().word() + (word.equals("average") ? "" : " " + word);
  }

  private String limit() {
    return plan.rule().comparison().sign() + " " + said(plan.rule().threshold());
  }

  private String said(double value) {
    if (Double.isNaN(value)) {
      return "missing";
    }
    Form form = plan.metric().form();
    if (plan.statistic().kind() == Statistic.Kind.SAMPLE_COUNT) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return switch (form) {
      case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
      case BYTES -> String.format(Locale.ROOT, "%.0f B", value);
      case NUMBER -> String.format(Locale.ROOT, "%.1f", value);
    };
  }

  /** How many of the last points breach, and these points, newest last. */
  String why(double[] points) {
    Alarm rule = plan.rule();
    List<String> shown = new ArrayList<>();
    int breaching = 0;
    for (int age = rule.evaluationPeriods(); age >= 1; age--) {
      double point = points[points.length - age];
      breaching +=
          !Double.isNaN(point) && rule.comparison().breaches(point, rule.threshold()) ? 1 : 0;
      if (age <= MOST_POINTS) {
        shown.add(Double.isNaN(point) ? "-" : said(point));
      }
    }
    String more = rule.evaluationPeriods() > MOST_POINTS ? "..., " : "";
    return metric() + " " + limit() + " in " + breaching + " of the last "
        + rule.evaluationPeriods() + " points of " + plan.period().toSeconds() + " s ["
        + more + String.join(", ", shown) + "]";
  }
}
