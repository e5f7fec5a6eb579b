package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.results.Run;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import java.util.List;
import java.util.stream.LongStream;

/** One scenario by requests and by rates, with the same seeds. */
record Paired(List<Run> requests, List<Run> flow) {

  static Paired of(Scenario scenario, int seeds) {
    return new Paired(
        runs(TrafficModel.REQUESTS, scenario, seeds), runs(TrafficModel.FLOW, scenario, seeds));
  }

  private static List<Run> runs(TrafficModel model, Scenario scenario, int seeds) {
    return LongStream.rangeClosed(1, seeds)
        .mapToObj(seed -> Engine.check(Models.as(model, scenario), seed))
        .toList();
  }

  private static double mean(List<Run> runs, String figure) {
    return runs.stream()
        .mapToDouble(run -> run.figure(figure).orElse(0.0))
        .average()
        .orElseThrow();
  }

  double requests(String figure) {
    return mean(requests, figure);
  }

  double flow(String figure) {
    return mean(flow, figure);
  }

  /** The two differ by no more than a share of what requests tell. */
  Paired agree(String figure, double share) {
    return within(figure, share * requests(figure));
  }

  /** The two differ by no more than so much. */
  Paired within(String figure, double most) {
    assertEquals(requests(figure), flow(figure), most, figure);
    return this;
  }
}
