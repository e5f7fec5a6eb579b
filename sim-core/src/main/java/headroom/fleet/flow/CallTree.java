package headroom.fleet.flow;

import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Finds out which kinds of request come to which stations, and who they make call whom. */
final class CallTree {

  private final Function<String, FlowDoor> doors;
  private final FlowWays ways;

  CallTree(Function<String, FlowDoor> doors, FlowWays ways) {
    this.doors = doors;
    this.ways = ways;
  }

  /** The kind that requests of a class are of at a station, which then is ready for them. */
  String at(FlowStation station, String requestClass) {
    String kind = isBlind(station, requestClass) ? "" : requestClass;
    if (!station.work().has(kind)) {
      Work work = station.work().add(kind);
      for (CallStep step : station.service().calls()) {
        List<CallEdge> edges = new ArrayList<>();
        for (Call call : step.calls()) {
          if (call.classes().isEmpty() || call.classes().contains(requestClass)) {
            edges.add(edge(station, call, requestClass));
          }
        }
        work.add(stage(step, edges));
      }
    }
    return kind;
  }

  private static CallStage stage(CallStep step, List<CallEdge> edges) {
    if (!(step instanceof CallStep.OneOf oneOf)) {
      return new CallStage(edges, new double[0]);
    }
    double all =
        oneOf.options().stream().mapToDouble(CallStep.OneOf.Option::share).sum();
    double[] shares = new double[edges.size()];
    for (int i = 0; i < shares.length; i++) {
      Call call = edges.get(i).call();
      shares[i] = oneOf.options().stream()
              .filter(option -> option.call().equals(call))
              .mapToDouble(CallStep.OneOf.Option::share)
              .sum()
          / all;
    }
    return new CallStage(edges, shares);
  }

  /** True when a station, and all that it calls, treats a class like requests of none. */
  private boolean isBlind(FlowStation station, String requestClass) {
    Service service = station.service();
    return requestClass.isEmpty()
        || (StationWork.isBlind(service, requestClass)
            && station.callees().stream().allMatch(callee -> isBlind(callee, requestClass)));
  }

  private CallEdge edge(FlowStation station, Call call, String requestClass) {
    FlowCache cache = station.work().cacheOf(call);
    return new CallEdge(call, station, cache, (to, calls) -> client(to, calls, requestClass));
  }

  private FlowClient client(String to, Origin.OfCall calls, String requestClass) {
    FlowDoor door = doors.apply(to);
    FlowStation station = door.station();
    String kind = at(station, requestClass);
    double way = ways.seconds(calls, door);
    CallAnswers answers = new CallAnswers(kind, Math.max(0, door.timeoutOf(calls) - way));
    FlowClient client = new FlowClient(calls, kind, door, new NoAccount(), answers, way);
    station.add(client);
    station.part().add(client);
    // Calls come from many requests at once.
    station.arrivals(1);
    return client;
  }
}
