package headroom.fleet.traffic;

import headroom.random.Chance;
import headroom.random.Distribution;
import headroom.random.Sampler;
import headroom.random.Stream;
import headroom.results.How;
import headroom.workload.Call;
import headroom.workload.Workload;
import org.jspecify.annotations.Nullable;

/** The way a service goes to another one for one of its calls. */
final class CallLine extends Line {

  private final String group;
  private final String caller;
  private final Call call;
  private final String to;
  private final Stream patienceLuck;
  private final @Nullable Sampler patienceLaw;

  CallLine(
      Traffic traffic, String group, Call call, String to, Destination destination, Chance chance) {
    super(traffic, destination, call.client(), chance, owner(group, call, to));
    this.group = group;
    this.caller = "groups." + group;
    this.call = call;
    this.to = to;
    this.patienceLuck = chance.of(owner(group, call, to), "patience");
    this.patienceLaw = call.client().patience().map(Distribution::sampler).orElse(null);
  }

  private static String owner(String group, Call call, String to) {
    return group + ".calls." + call.name() + ">" + to;
  }

  String name() {
    return call.name();
  }

  double patienceSeconds(long ordinal) {
    return patienceLaw == null
        ? Double.POSITIVE_INFINITY
        : patienceLaw.sample(patienceLuck.at(ordinal));
  }

  @Override
  String sender() {
    return "group '" + group + "'";
  }

  @Override
  String destinationName() {
    return to;
  }

  @Override
  String caller() {
    return caller;
  }

  @Override
  boolean isFromOutside() {
    return false;
  }

  @Override
  long bytesIn(int kind) {
    return call.requestBytes();
  }

  @Override
  long bytesOut(int kind) {
    return call.responseBytes();
  }

  @Override
  double connectionsPerRequest() {
    return 1 / Workload.DEFAULT_REQUESTS_PER_CONNECTION;
  }

  @Override
  void answered(Attempt attempt, long now) {
    throw new IllegalStateException("a call's attempt without an exchange");
  }

  @Override
  void failed(Attempt attempt, How how, String why, long now) {
    throw new IllegalStateException("a call's attempt without an exchange");
  }
}
