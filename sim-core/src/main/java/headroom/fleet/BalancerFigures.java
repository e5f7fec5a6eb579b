package headroom.fleet;

import headroom.fleet.routing.BalancerReport;
import headroom.results.Metric;
import headroom.results.Unit;
import java.util.SortedMap;

/** Writes what a load balancer has counted besides requests. */
final class BalancerFigures {

  private final String subject;
  private final SortedMap<Metric, Double> into;

  private BalancerFigures(String balancer, SortedMap<Metric, Double> into) {
    this.subject = "load-balancers." + balancer;
    this.into = into;
  }

  static void report(String balancer, BalancerReport report, SortedMap<Metric, Double> into) {
    BalancerFigures figures = new BalancerFigures(balancer, into);
    report.codes().forEach((code, count) -> figures.count("codes." + code, count));
    report.surge().ifPresent(figures::surge);
    report.stickinessBroken().ifPresent(count -> figures.count("stickiness-broken", count));
    report.ejections().ifPresent(count -> figures.count("ejections", count));
  }

  private void surge(BalancerReport.Surge surge) {
    into.put(Metric.value(subject, "surge-queue", "mean", Unit.ONE), surge.mean());
    into.put(Metric.value(subject, "surge-queue", "max", Unit.ONE), (double) surge.max());
    count("spillover", surge.spilled());
  }

  /** What rates know of a surge queue: no more than its mean. */
  static void surge(String balancer, double mean, double spilled, SortedMap<Metric, Double> into) {
    String subject = "load-balancers." + balancer;
    into.put(Metric.value(subject, "surge-queue", "mean", Unit.ONE), mean);
    into.put(Metric.count(subject, "spillover", "", Unit.ONE), spilled);
  }

  private void count(String measure, long value) {
    into.put(Metric.count(subject, measure, "", Unit.ONE), (double) value);
  }
}
