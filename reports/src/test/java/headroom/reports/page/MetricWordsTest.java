package headroom.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.results.Metric;
import headroom.results.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricWordsTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "cost.monthly|Cost per month",
        "cost.load-balancing|Cost, load-balancing",
        "requests.failed.no-target|Requests failed, no-target",
        "requests.failed-by.zone-b|Requests failed because of zone-b",
        "latency.p99.9|p99.9 latency",
        "groups.web.instances.max|web: instances in service, most",
        "groups.web.launch-failures|web: failed launches",
        "groups.web.failures|web: instance failures",
        "load-balancers.shop-lb.requests|shop-lb: requests",
        "workloads.shop.latency.p99.9|shop: p99.9 latency",
        "workloads.shop.classes.order.requests.offered|shop, order: requests offered",
        "workloads.shop.value.lost|shop: value lost with failed requests",
        "requests.degraded|Requests answered with less than was asked for",
        "groups.web.something.new|web.something.new",
        "elsewhere.entirely|elsewhere.entirely",
      })
  void words(String flat, String words) {
    assertEquals(words, MetricWords.of(Metric.value("", flat, "", Unit.ONE)));
  }

  @Test
  void aPartOfALatencySaysWhatItIs() {
    assertEquals(
        "p99 latency: waiting at the instance",
        MetricWords.of(Metric.value("latency", "p99", "queue", Unit.SECONDS)));
    assertEquals(
        "Mean latency: waiting for other services",
        MetricWords.of(Metric.value("latency", "mean", "calls", Unit.SECONDS)));
  }
}
