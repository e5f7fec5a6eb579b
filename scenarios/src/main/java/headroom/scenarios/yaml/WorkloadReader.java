package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BYTES;
import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.NUMBER;

import headroom.scenarios.text.Bytes;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Numbers;
import headroom.scenarios.text.Tree;
import headroom.spec.Reference;
import headroom.workload.Arrivals;
import headroom.workload.Client;
import headroom.workload.Gamma;
import headroom.workload.Poisson;
import headroom.workload.Rate;
import headroom.workload.Regular;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads workloads: where requests go, how fast, and how their senders behave. */
final class WorkloadReader {

  static final String EXAMPLE = "{to: web, rate: 60/s}";

  private static final Map<String, Arrivals> PLAIN_ARRIVALS =
      Words.<Arrivals>of("poisson", new Poisson()).and("regular", new Regular()).table();

  private static final Map<String, Reader<Arrivals>> ARRIVALS =
      Words.<Reader<Arrivals>>of("gamma", WorkloadReader::gamma).table();

  private static final Reader<Arrivals> ARRIVAL_PROCESS =
      Reader.withStandIns(WorkloadReader::arrivals, new Poisson(), new Regular());

  private static final Reader<Client> CLIENT =
      Reader.withStandIns(WorkloadReader::client, Client.DEFAULT, Client.DEFAULT);

  private WorkloadReader() {}

  static Read<Workload> read(String name, Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<String> to = map.required("to", NAME, "web");
    node.refers("to", Reference.Kind.DESTINATION, to);
    Given<Rate> rate = map.required("rate", RateReader.READER, RateReader.EXAMPLE);
    Given<Arrivals> arrivals =
        map.assume("arrivals", ARRIVAL_PROCESS, "poisson", "many independent senders");
    Given<Client> client = map.or("client", CLIENT, Tree.map(Map.of()));
    Given<Long> requestBytes = map.assume(
        "request-bytes",
        BYTES,
        Bytes.text(Workload.DEFAULT_REQUEST_BYTES),
        "for the load balancer's capacity units");
    Given<Long> responseBytes = map.assume(
        "response-bytes",
        BYTES,
        Bytes.text(Workload.DEFAULT_RESPONSE_BYTES),
        "for transfer and the load balancer's capacity units");
    Given<Double> perConnection = map.assume(
        "requests-per-connection",
        NUMBER,
        Numbers.text(Workload.DEFAULT_REQUESTS_PER_CONNECTION),
        "for the load balancer's capacity units");
    return map.build(
        Workload.class,
        () -> Workload.problems(
            requestBytes.get(),
            responseBytes.get(),
            perConnection.get(),
            List.of(),
            Optional.empty(),
            Optional.empty()),
        () -> new Workload(
            name,
            to.get(),
            rate.get(),
            arrivals.get(),
            client.get(),
            requestBytes.get(),
            responseBytes.get(),
            perConnection.get()));
  }

  private static Read<Arrivals> arrivals(Node node) {
    if (node.tree() instanceof Tree.Fields) {
      MapReader map = MapReader.of(node, "{gamma: {cv: 2}}");
      Given<Arrivals> arrivals = map.oneOf("arrival process", ARRIVALS);
      return map.build(Arrivals.class, arrivals::get);
    }
    return Scalars.word("arrival process", PLAIN_ARRIVALS).read(node);
  }

  private static Read<Arrivals> gamma(Node node) {
    MapReader map = MapReader.of(node, "{cv: 2}");
    Given<Double> cv = map.required("cv", NUMBER, "2");
    return map.build(Gamma.class, () -> Gamma.problems(cv.get()), () -> new Gamma(cv.get()));
  }

  private static Read<Client> client(Node node) {
    MapReader map = MapReader.of(node, "{timeout: 2s}").later("retry", "think-time", "patience");
    String minute = Durations.text(Client.DEFAULT.timeout().orElseThrow());
    Given<Optional<Duration>> timeout = map.assume(
        "timeout",
        Scalars.orWord(DURATION, "never"),
        minute,
        "a client waits so long for an attempt");
    return map.build(
        Client.class,
        () -> Client.problems(timeout.get(), Optional.empty(), 1),
        () -> new Client(timeout.get()));
  }
}
