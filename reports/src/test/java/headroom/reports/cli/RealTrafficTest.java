package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.billing.Bill;
import headroom.billing.Charge;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.scenarios.experiment.Trial;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Nine days of requests at a real load balancer, through fleet, scaling, failures and bill. */
class RealTrafficTest {

  /** Requests of the file from an hour after its start to nine days after it, by hand. */
  private static double requestsInTheFile(Path trace) throws IOException {
    List<String> lines = Files.readAllLines(trace);
    double sum = 0;
    String last = "";
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      boolean counts = cells[0].compareTo("2014-04-10 01:04:00") >= 0
          && cells[0].compareTo("2014-04-19 00:04:00") < 0;
      sum += counts ? Double.parseDouble(cells[1]) : 0;
      last = cells[0];
    }
    assertTrue(last.compareTo("2014-04-19 00:04:00") > 0, "the file is shorter than thought");
    return sum;
  }

  @Test
  void realRequestsGoThroughTheWholePath() throws IOException {
    Path trace = Path.of(
        System.getProperty("headroom.data", "../../shared/data"), "rate_elb_requests_5min.csv");
    if (!Files.exists(trace)) {
      System.out.println("skipped for want of real data: " + trace.getFileName());
      Assumptions.abort("no real data");
    }
    Path scenario = Path.of(
        System.getProperty("headroom.root", ".."),
        "reports/src/test/scenarios/elb-real-traffic.yaml");
    Trial trial = new ScenarioShelf()
        .read(
            scenario.toString(),
            List.of("workloads.shoppers.rate.trace=" + trace.toAbsolutePath()),
            true)
        .trial();
    Run run = Engine.check(trial.scenario(), 1);
    // Held over, seven missing rows add some hundred requests to the file's; Poisson's noise less.
    double expected = 10 * requestsInTheFile(trace);
    assertEquals(1, figure(run, "requests.offered") / expected, 0.01);
    assertTrue(figure(run, "groups.web.scale-outs") > 10, "it never scaled out");
    assertTrue(figure(run, "groups.web.scale-ins") > 10, "it never scaled in");
    assertTrue(figure(run, "groups.web.failures") >= 1, "nothing ever failed");
    assertTrue(figure(run, "requests.failed-by.zone-b") > 0, "the lost zone hurt nobody");
    assertTrue(run.events().orElseThrow().events().stream()
        .anyMatch(event -> event.kind() == EventLog.Kind.REPAIR));
    Bill bill = Bill.of(run, trial.priceBook());
    BigDecimal lines =
        bill.charges().stream().map(Charge::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, lines.compareTo(bill.total()));
    double compute = figure(run, "groups.web.instance-hours") * 0.096;
    assertEquals(
        compute, bill.byCategory().get(headroom.billing.Category.COMPUTE).doubleValue(), 0.05);
  }

  private static double figure(Run run, String name) {
    return run.figure(name).orElseThrow(() -> new AssertionError("no " + name));
  }
}
