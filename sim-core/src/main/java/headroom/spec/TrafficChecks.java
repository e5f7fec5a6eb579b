package headroom.spec;

import headroom.policy.limit.Hedge;
import headroom.policy.retry.Retry;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.workload.Call;
import headroom.workload.Client;
import headroom.workload.Fallback;
import headroom.workload.Rate;
import headroom.workload.Session;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What must hold between requests and the calls that they lead to. */
final class TrafficChecks {

  private static final int MOST_CIRCLES = 20;

  private final Draft draft;
  private final CallGraph graph;
  private final Problems problems = Problems.of();

  /** The most attempts a second that may reach each group. */
  private final Map<String, Double> offered = new LinkedHashMap<>();

  private TrafficChecks(Draft draft) {
    this.draft = draft;
    this.graph = CallGraph.of(draft);
  }

  static List<Problem> of(Draft draft) {
    TrafficChecks checks = new TrafficChecks(draft);
    checks.circles();
    draft.lasts().ifPresent(checks::rates);
    return checks.problems.list();
  }

  private void circles() {
    for (Circle circle : Circle.in(graph, MOST_CIRCLES)) {
      problems.require(
          circle.closing().at(),
          false,
          "calls in a circle: " + String.join(" -> ", circle.groups()),
          "leave one of these calls out: a request would never end");
    }
  }

  private void rates(Duration lasts) {
    draft.workloads().values().forEach(workload -> workload.ifPresent(w -> requests(w, lasts)));
    for (String group : graph.callersFirst(Set.of())) {
      double perSecond = offered.getOrDefault(group, 0.0);
      if (perSecond > 0 && perSecond <= Rate.MOST_PER_SECOND) {
        Objects.requireNonNull(draft.groups().get(group))
            .map(known -> PlacedCall.of(group, known.serves()))
            .ifPresent(calls -> calls.forEach(call -> calls(call, perSecond)));
      }
    }
  }

  private void requests(Workload workload, Duration lasts) {
    double requests = mostPerSecond(workload, lasts);
    String at = "workloads." + workload.name() + ".client";
    add(at, workload.client(), requests, workload.to());
  }

  private static double mostPerSecond(Workload workload, Duration lasts) {
    double each = workload
        .session()
        .flatMap(Session::requests)
        .map(requests -> Math.max(1, requests.mean()))
        .orElse(1.0);
    double arriving = lasts.toNanos() > 0 ? workload.rate().maximum(0, lasts.toNanos()) : 0;
    double thinking = workload
        .users()
        .map(users -> users.count() / Math.max(1e-9, think(workload)))
        .orElse(0.0);
    return arriving * each + thinking;
  }

  private static double think(Workload workload) {
    return workload.session().map(session -> session.think().mean()).orElse(1.0);
  }

  private void calls(PlacedCall placed, double perSecond) {
    Call call = placed.call();
    double made = perSecond * placed.share() * call.probability() * call.count();
    add(placed.at(), call.client(), made, call.to());
    if (call.fallback() instanceof Fallback.Instead instead) {
      add(placed.at(), call.client(), made, instead.to());
    }
  }

  private void add(String at, Client client, double requests, String to) {
    double attempts = requests
        * client.retry().map(Retry::attempts).orElse(1)
        * (1 + client.hedge().map(Hedge::copies).orElse(0));
    if (!(attempts <= Rate.MOST_PER_SECOND)) {
      problems.require(
          at,
          false,
          String.format(
              Locale.ROOT,
              "makes up to %.1e attempts a second, more than the %.0e that can be counted",
              attempts,
              Rate.MOST_PER_SECOND),
          "lower the rate, or the attempts and counts that multiply it");
    }
    graph.groupsBehind(to).forEach(group -> offered.merge(group, attempts, Double::sum));
  }
}
