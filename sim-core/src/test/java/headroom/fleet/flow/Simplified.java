package headroom.fleet.flow;

import headroom.fault.CacheLoss;
import headroom.policy.retry.Retry;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.workload.Arrivals;
import headroom.workload.Client;
import headroom.workload.Gamma;
import headroom.workload.Poisson;
import headroom.workload.Regular;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.util.List;
import java.util.Optional;

/** A scenario without what rates cannot stand for yet; everything else stays as it is. */
public final class Simplified {

  private Simplified() {}

  public static Scenario of(Scenario s) {
    return s.toBuilder()
        .workloads(s.workloads().stream().map(Simplified::of).toList())
        .groups(s.groups().stream().map(Simplified::of).toList())
        .failures(s.failures().stream().filter(f -> !(f instanceof CacheLoss)).toList())
        .build();
  }

  private static Workload of(Workload w) {
    Arrivals arrivals = w.arrivals();
    boolean known =
        arrivals instanceof Poisson || arrivals instanceof Regular || arrivals instanceof Gamma;
    return w.toBuilder()
        .arrivals(known ? arrivals : new Poisson())
        .client(of(w.client()))
        .classes(List.of())
        .session(Optional.empty())
        .users(Optional.empty())
        .build();
  }

  private static Client of(Client c) {
    Optional<Retry> retry = c.retry()
        .filter(r -> r.budget().isEmpty() || FlowBudget.knows(r.budget().get()));
    return new Client(
        c.timeout(),
        Optional.empty(),
        retry,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        c.processes());
  }

  private static Group of(Group g) {
    Service s = g.serves();
    return g.toBuilder().serves(new Service(s.workers(), s.queue(), s.time())).build();
  }

  /** The generated scenarios of seeds 1, 2, 3 … as they come. */
  public static List<Scenario> generated(int seeds) {
    return java.util.stream.LongStream.rangeClosed(1, seeds)
        .mapToObj(headroom.laws.AnyScenario::of)
        .map(Simplified::of)
        .toList();
  }
}
