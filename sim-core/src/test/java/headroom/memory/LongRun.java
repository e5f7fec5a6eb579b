package headroom.memory;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.random.Exponential;
import headroom.results.Run;
import headroom.spec.LoadBalancer;
import java.time.Duration;

/** Runs so many million requests through a balancer, with timeouts. */
final class LongRun {

  private static final int PER_SECOND = 2_500;

  private LongRun() {}

  public static void main(String[] args) {
    int requests = Integer.parseInt(args[0]) * 1_000_000;
    Run run = Engine.run(
        new ScenarioBuilder()
            .rate(PER_SECOND)
            .size(10)
            .workers(40)
            .time(new Exponential(0.128))
            .behind(ScenarioBuilder.balancer(LoadBalancer.Type.CLASSIC))
            .timeout(Duration.ofSeconds(2))
            .lasts(Duration.ofSeconds(requests / PER_SECOND))
            .build(),
        1);
    double offered = run.figure("requests.offered").orElseThrow();
    boolean asMany = Math.abs(offered / requests - 1) < 0.01;
    System.out.print("offered " + (asMany ? requests + " or so" : offered));
  }
}
