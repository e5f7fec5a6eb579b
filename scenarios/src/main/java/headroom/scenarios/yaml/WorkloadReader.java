package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BYTES;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.NUMBER;

import headroom.scenarios.text.Bytes;
import headroom.scenarios.text.Numbers;
import headroom.scenarios.text.Tree;
import headroom.spec.Reference;
import headroom.workload.Arrivals;
import headroom.workload.Client;
import headroom.workload.Constant;
import headroom.workload.Gamma;
import headroom.workload.Poisson;
import headroom.workload.Rate;
import headroom.workload.Regular;
import headroom.workload.RequestClass;
import headroom.workload.Session;
import headroom.workload.Users;
import headroom.workload.Workload;
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

  private WorkloadReader() {}

  static Read<Workload> read(String name, Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<String> to = map.required("to", NAME, "web");
    node.refers("to", Reference.Kind.DESTINATION, to);
    Given<Rate> rate = rate(map, node);
    Given<Arrivals> arrivals = arrivalsOf(map);
    Given<Optional<Users>> users = map.maybe("users", UserReader.USERS);
    Given<Optional<Session>> session = map.maybe("session", UserReader.SESSION);
    Given<Client> client = map.or("client", ClientFields.CLIENT, Tree.map(Map.of()));
    Given<List<RequestClass>> classes = map.or("classes", UserReader.CLASSES, Tree.map(Map.of()));
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
    Given<Optional<String>> from = map.maybe("from", NAME);
    from.value()
        .flatMap(said -> said)
        .ifPresent(said -> node.refers(node.path().name("from"), Reference.Kind.REGION, said));
    return map.build(
        Workload.class,
        () -> Workload.problems(
            requestBytes.get(),
            responseBytes.get(),
            perConnection.get(),
            classes.get(),
            session.get(),
            users.get()),
        () -> new Workload(
            name,
            to.get(),
            rate.get(),
            arrivals.get(),
            client.get(),
            requestBytes.get(),
            responseBytes.get(),
            perConnection.get(),
            classes.get(),
            session.get(),
            users.get(),
            from.get()));
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

  /** A rate, or nothing where users send by themselves. */
  private static Given<Rate> rate(MapReader map, Node node) {
    if (!map.has("users")) {
      return map.required("rate", RateReader.READER, RateReader.EXAMPLE);
    }
    for (String field : List.of("rate", "arrivals")) {
      if (map.has(field)) {
        node.at(field)
            .complain("has no meaning beside users, who send when they have thought"
                + "; leave out one of them");
      }
    }
    map.maybe("rate", RateReader.READER);
    return map.known(new Constant(0));
  }

  private static Given<Arrivals> arrivalsOf(MapReader map) {
    return map.has("users")
        ? map.maybe("arrivals", ARRIVAL_PROCESS).map(given -> given.orElseGet(Poisson::new))
        : map.assume("arrivals", ARRIVAL_PROCESS, "poisson", "many independent senders");
  }
}
