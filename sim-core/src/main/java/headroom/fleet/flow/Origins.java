package headroom.fleet.flow;

import headroom.results.Window;
import headroom.workload.RequestClass;
import headroom.workload.Workload;
import java.util.Optional;

/** Where the requests of one workload come from: by themselves, or from users in sessions. */
final class Origins {

  private final Workload workload;
  private final Optional<Population> population;

  Origins(Workload workload, Window window) {
    this.workload = workload;
    this.population =
        workload.session().map(session -> new Population(workload, window.fromNanos()));
  }

  /** All of them. */
  Origin all() {
    return population
        .map(users -> UsersOrigin.of(workload, users))
        .orElseGet(() -> new Origin.OfWorkload(workload));
  }

  /** Those of one class. */
  Origin of(RequestClass one) {
    return population
        .map(users -> UsersOrigin.of(workload, one, users))
        .orElseGet(() -> new Origin.OfWorkload(workload, one));
  }
}
