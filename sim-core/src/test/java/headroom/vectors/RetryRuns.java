package headroom.vectors;

import headroom.ClientBuilder;
import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.Retry;
import headroom.policy.retry.RetryBudget;
import headroom.random.Constant;
import headroom.results.How;
import headroom.results.Run;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Fallback;
import headroom.workload.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How many retries there are in a run.
 *
 * @param on whether the budget is at work, or the retry where there is no budget
 */
record RetryRuns(boolean on) {

  private Retry thrice(Duration wait, Retry withBudget) {
    Optional<RetryBudget> budget = on ? withBudget.budget() : Optional.empty();
    return new Retry(3, new FixedBackoff(wait), budget, Retry.DEFAULT_ON);
  }

  /** Retries in 500 requests of which every attempt fails like this. */
  long inARow(Retry rule, How how) {
    ClientBuilder client =
        ClientBuilder.waiting(Duration.ofSeconds(1)).retry(thrice(Duration.ZERO, rule));
    if (how == How.RATE_LIMITED) {
      client.rateLimit(Outages.ONE_REQUEST);
    }
    return retries(Engine.run(
        Outages.failing(how)
            .rate(1)
            .client(client.build())
            .lasts(Duration.ofSeconds(500))
            .build(),
        1));
  }

  private static long retries(Run run) {
    double attempts = Outages.figure(run, "requests.attempts");
    return Math.round(attempts - Outages.figure(run, "requests.offered"));
  }

  /**
   * Tokens left in the bucket after three retries, of which the third succeeds, and three successes
   * at once: successes earn one token each until a retry more can be paid. -1 when none ever can.
   */
  int tokensLeft(Retry rule, int price) {
    long retries = retriesAfterSuccesses(rule, 3) - 3;
    for (int more = 1; more <= price; more++) {
      if (retriesAfterSuccesses(rule, 3 + more) - 3 > retries) {
        return (int) (price * (retries + 1) - more);
      }
    }
    return -1;
  }

  /**
   * One request a second, from 0.5 s. The first fails three times and the second once; then the
   * instance comes, answers the second and so many more, and goes.
   */
  private long retriesAfterSuccesses(Retry rule, int successes) {
    Duration gone = Duration.ofSeconds(2L + successes);
    Run run = Engine.run(
        Outages.goneAfter(gone, Outages.nobodyUntil(1.55))
            .rate(1)
            .client(ClientBuilder.waiting(Duration.ofSeconds(1))
                .retry(thrice(Duration.ofMillis(100), rule))
                .build())
            .lasts(gone.plusSeconds(100))
            .build(),
        1);
    if (Math.round(Outages.figure(run, "requests.succeeded")) != 1 + successes) {
      throw new IllegalStateException("not as many were answered as it takes");
    }
    return retries(run);
  }

  /** Layers of services that each give up on the one below; the last takes longer than is waited. */
  double callsAtBottom(int attempts, int layers) {
    Retry retry = new Retry(
        on ? attempts : 1, new FixedBackoff(Duration.ZERO), Optional.empty(), Retry.DEFAULT_ON);
    Client patient = ClientBuilder.waiting(Duration.ofMinutes(1)).retry(retry).build();
    Client hasty = ClientBuilder.waiting(Duration.ofMillis(100)).retry(retry).build();
    ScenarioBuilder scenario = Outages.upFromTheStart()
        .rate(0.05)
        .client(patient)
        .serves(asks("layer-2", layers == 2 ? hasty : patient))
        .lasts(Duration.ofSeconds(1000));
    for (int layer = 2; layer < layers; layer++) {
      Client client = layer == layers - 1 ? hasty : patient;
      scenario.group("layer-" + layer, 1, asks("layer-" + (layer + 1), client));
    }
    String bottom = "layer-" + layers;
    scenario.group(bottom, 1, new ServiceBuilder(50, 0, new Constant(0.2)).build());
    Run run = Engine.run(scenario.build(), 1);
    double worked = Outages.figure(run, "groups." + bottom + ".busy.mean") * 50 * 1000;
    return worked / 0.2 / Outages.figure(run, "requests.offered");
  }

  private static Service asks(String to, Client client) {
    Call call = new Call(
        to, to, client, 1, 1, new Fallback.Fail(), Optional.empty(), List.of(), 1_000, 1_000);
    return new ServiceBuilder(50, 0, new Constant(0.001))
        .calls(new CallStep.One(call))
        .build();
  }
}
