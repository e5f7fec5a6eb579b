package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.breaker.CircuitBreaker;
import headroom.policy.limit.AdaptiveThrottle;
import headroom.policy.limit.Bulkhead;
import headroom.policy.limit.Hedge;
import headroom.policy.limit.RateLimit;
import headroom.policy.retry.Retry;
import headroom.problem.Problem;
import headroom.random.Distribution;
import headroom.scenarios.text.Durations;
import headroom.workload.Client;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The fields that say how a caller behaves: those of a workload's client and of a call. */
final class ClientFields {

  /** Reads the client of a workload. */
  static final Reader<Client> CLIENT =
      Reader.withStandIns(ClientFields::client, Client.DEFAULT, Client.DEFAULT);

  private final Given<Optional<Duration>> timeout;
  private final Given<Optional<Distribution>> patience;
  private final Given<Optional<Retry>> retry;
  private final Given<Optional<CircuitBreaker>> breaker;
  private final Given<Optional<Bulkhead>> bulkhead;
  private final Given<Optional<Hedge>> hedge;
  private final Given<Optional<RateLimit>> rateLimit;
  private final Given<Optional<AdaptiveThrottle>> throttle;
  private final Given<Integer> processes;

  private ClientFields(MapReader map, boolean ofWorkload) {
    String caller = ofWorkload ? "a client" : "a service";
    String minute = Durations.text(Client.DEFAULT.timeout().orElseThrow());
    timeout = map.assume(
        "timeout",
        Scalars.orWord(DURATION, "never"),
        minute,
        caller + " waits so long for an attempt");
    patience = map.or("patience", Scalars.orNone(DistributionReader.READER), Scalars.NONE);
    retry = map.or("retry", Scalars.orNone(RetryReader.READER), Scalars.NONE);
    breaker = map.or("breaker", Scalars.orNone(LimitReader.BREAKER), Scalars.NONE);
    bulkhead = map.or("bulkhead", Scalars.orNone(LimitReader.BULKHEAD), Scalars.NONE);
    hedge = map.or("hedge", Scalars.orNone(LimitReader.HEDGE), Scalars.NONE);
    rateLimit = map.or("rate-limit", Scalars.orNone(LimitReader.RATE_LIMIT), Scalars.NONE);
    throttle = map.or("throttle", Scalars.orNone(LimitReader.THROTTLE), Scalars.NONE);
    processes = ofWorkload ? map.or("processes", WHOLE, "1") : map.known(1);
  }

  /** Those of a call: each instance of the service that calls is one process. */
  static ClientFields ofCall(MapReader map) {
    return new ClientFields(map, false);
  }

  private static Read<Client> client(Node node) {
    MapReader map = MapReader.of(node, "{timeout: 2s, retry: {attempts: 3}}");
    ClientFields fields = new ClientFields(map, true);
    return map.build(Client.class, fields::problems, fields::client);
  }

  List<Problem> problems() {
    return Client.problems(timeout.get(), patience.get(), processes.get());
  }

  Client client() {
    return new Client(
        timeout.get(),
        patience.get(),
        retry.get(),
        breaker.get(),
        bulkhead.get(),
        hedge.get(),
        rateLimit.get(),
        throttle.get(),
        processes.get());
  }
}
