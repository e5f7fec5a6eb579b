package headroom.spec;

import headroom.policy.retry.Retry;
import headroom.problem.Problems;
import headroom.random.Constant;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Service;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether a service can finish its calls, retries included, while whoever asked it still waits: a
 * caller's timeout must exceed the one it calls with, times the attempts (platform sheet §7.1).
 */
final class Patience {

  private static final String CURE =
      "fewer attempts, a shorter timeout here, or a longer one there";

  private final CallGraph graph;
  private final Problems found;
  private final Map<String, Caller> hurried = new LinkedHashMap<>();

  /**
   * Who waits least for a group.
   *
   * @param at where its behaviour is written
   * @param seconds how long it waits for an attempt
   */
  private record Caller(String at, double seconds) {}

  Patience(CallGraph graph, Problems found) {
    this.graph = graph;
    this.found = found;
  }

  /** Notes how long an attempt is waited for. */
  void waits(String at, Client client, String to) {
    double seconds = Math.min(timeout(client), patience(client));
    if (seconds == Double.POSITIVE_INFINITY) {
      return;
    }
    Caller caller = new Caller(at, seconds);
    graph
        .groupsBehind(to)
        .forEach(group -> hurried.merge(
            group, caller, (one, other) -> other.seconds() < one.seconds() ? other : one));
  }

  private static double timeout(Client client) {
    return client.timeout().map(time -> time.toNanos() / 1e9).orElse(Double.POSITIVE_INFINITY);
  }

  private static double patience(Client client) {
    return client
        .patience()
        .filter(Constant.class::isInstance)
        .map(constant -> constant.mean())
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Warns of calls that may take longer than the caller with the least patience waits. */
  void check(Group group) {
    Caller caller = hurried.get(group.name());
    if (caller == null) {
      return;
    }
    List<PlacedCall> retrying = PlacedCall.of(group.name(), group.serves()).stream()
        .filter(placed -> attempts(placed.call().client()) > 1)
        .toList();
    List<PlacedCall> tooLong = retrying.stream().filter(isBeyond(caller)).toList();
    for (PlacedCall placed : tooLong) {
      double longest = longest(placed.call());
      warn(placed.at() + ".retry", parts(placed.call()), longest, caller);
    }
    double all = longest(group.serves());
    if (tooLong.isEmpty() && !retrying.isEmpty() && all > caller.seconds()) {
      warn(PlacedCall.at(group.name()), "one after another, with all retries,", all, caller);
    }
  }

  private static Predicate<PlacedCall> isBeyond(Caller caller) {
    return placed -> longest(placed.call()) > caller.seconds();
  }

  private void warn(String at, String what, double seconds, Caller caller) {
    String limit = Warnings.said(caller.seconds()) + " that " + caller.at() + " waits";
    String much = seconds < Double.POSITIVE_INFINITY
        ? "may take " + Warnings.said(seconds) + ", " + Warnings.said(seconds - caller.seconds())
            + " longer than the " + limit
        : "may take for ever (timeout: never), longer than the " + limit;
    found.require(at, false, what + " " + much, CURE);
  }

  private static String parts(Call call) {
    Client client = call.client();
    double backoffs = backoffs(client);
    String each =
        client.timeout().map(timeout -> " of " + Problems.seconds(timeout)).orElse("");
    String all = attempts(client) + " attempts" + each
        + (backoffs > 0 ? " with " + Warnings.said(backoffs) + " between them" : "");
    return call.count() > 1 ? call.count() + " calls, each " + all + "," : all;
  }

  /** The steps one after another, for the class of request that needs most of them. */
  private static double longest(Service service) {
    Set<String> classes = new LinkedHashSet<>(Set.of(""));
    service.calls().stream()
        .flatMap(step -> step.calls().stream())
        .forEach(call -> classes.addAll(call.classes()));
    return classes.stream()
        .mapToDouble(kind ->
            service.calls().stream().mapToDouble(step -> longest(step, kind)).sum())
        .max()
        .orElse(0);
  }

  /** The calls of a step run together, or only one of them is made. */
  private static double longest(CallStep step, String requestClass) {
    return step.calls().stream()
        .filter(call -> call.classes().isEmpty() || call.classes().contains(requestClass))
        .mapToDouble(Patience::longest)
        .max()
        .orElse(0);
  }

  private static double longest(Call call) {
    Client client = call.client();
    double all = attempts(client) * timeout(client) + backoffs(client);
    double least = Math.min(all, patience(client));
    return call.probability() > 0 ? call.count() * least : 0;
  }

  private static int attempts(Client client) {
    return client.retry().map(Retry::attempts).orElse(1);
  }

  private static double backoffs(Client client) {
    double seconds = 0;
    for (int retry = 1; retry < attempts(client); retry++) {
      seconds += client.retry().orElseThrow().backoff().longestSeconds(retry);
    }
    return seconds;
  }
}
