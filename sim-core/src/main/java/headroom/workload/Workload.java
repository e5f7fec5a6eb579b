package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;
import java.util.Optional;

/**
 * A stream of requests: where it goes, how fast, and what a request carries.
 *
 * @param name its name in the scenario
 * @param to the name, load balancer or group it is sent to
 * @param rate requests per second over time; with a session, sessions that begin per second; with
 *     users, nothing (0/s), since they send when they have thought
 * @param arrivals how they are spread at that rate
 * @param client how its senders behave
 * @param requestBytes bytes a request carries in
 * @param responseBytes bytes its answer carries out
 * @param requestsPerConnection requests sent over one connection, on average
 * @param classes the kinds of request it mixes; empty when all are alike
 * @param session what a user does; empty when every request is on its own
 * @param users a closed population instead of a rate; needs a session
 * @param from the region its clients are near; empty where the way to them takes no time
 */
public record Workload(
    String name,
    String to,
    Rate rate,
    Arrivals arrivals,
    Client client,
    long requestBytes,
    long responseBytes,
    double requestsPerConnection,
    List<RequestClass> classes,
    Optional<Session> session,
    Optional<Users> users,
    Optional<String> from) {

  public static final long DEFAULT_REQUEST_BYTES = 2_000;
  public static final long DEFAULT_RESPONSE_BYTES = 20_000;
  public static final double DEFAULT_REQUESTS_PER_CONNECTION = 10;

  public static List<Problem> problems(
      long requestBytes,
      long responseBytes,
      double requestsPerConnection,
      List<RequestClass> classes,
      Optional<Session> session,
      Optional<Users> users) {
    return Problems.of()
        .notNegative("request-bytes", (double) requestBytes)
        .notNegative("response-bytes", (double) responseBytes)
        .require(
            "requests-per-connection",
            requestsPerConnection >= 1 && requestsPerConnection < Double.POSITIVE_INFINITY,
            "must be at least 1, was " + requestsPerConnection,
            "for example 10")
        .require(
            "classes",
            classes.stream().map(RequestClass::name).distinct().count() == classes.size(),
            "must not name a class twice")
        .require(
            "users",
            users.isEmpty() || session.isPresent(),
            "need to know what they do",
            "for example session: {think: {exponential: {mean: 5s}}}")
        .require(
            "session.requests",
            users.isPresent() || session.isEmpty() || session.get().requests().isPresent(),
            "is missing: a session that begins must end",
            "for example requests: 12")
        .require(
            "session.think",
            users.isEmpty()
                || session.isEmpty()
                || session.get().think().mean() > 0
                || (session.get().requests().isPresent()
                    && users.get().pause().map(p -> p.mean() > 0).orElse(false)),
            "must not be 0 for users without end or pause: after a refusal they would ask again in "
                + "the same instant, without end",
            "for example {exponential: {mean: 5s}}")
        .list();
  }

  public Workload {
    classes = List.copyOf(classes);
    Problems.throwIfAny(
        problems(requestBytes, responseBytes, requestsPerConnection, classes, session, users));
  }

  /** A workload by what nobody can guess; everything else has its default. */
  public static Builder of(String name, String to, Rate rate) {
    return new Builder(name, to, rate);
  }

  /** The same workload, to be changed. */
  public Builder toBuilder() {
    return new Builder(name, to, rate)
        .arrivals(arrivals)
        .client(client)
        .requestBytes(requestBytes)
        .responseBytes(responseBytes)
        .requestsPerConnection(requestsPerConnection)
        .classes(classes)
        .session(session)
        .users(users)
        .from(from);
  }

  /** A workload in the making. */
  public static final class Builder {
    private String name;
    private String to;
    private Rate rate;
    private Arrivals arrivals = new Poisson();
    private Client client = Client.DEFAULT;
    private long requestBytes = DEFAULT_REQUEST_BYTES;
    private long responseBytes = DEFAULT_RESPONSE_BYTES;
    private double requestsPerConnection = DEFAULT_REQUESTS_PER_CONNECTION;
    private List<RequestClass> classes = List.of();
    private Optional<Session> session = Optional.empty();
    private Optional<Users> users = Optional.empty();
    private Optional<String> from = Optional.empty();

    private Builder(String name, String to, Rate rate) {
      this.name = name;
      this.to = to;
      this.rate = rate;
    }

    public Builder name(String value) {
      name = value;
      return this;
    }

    public Builder to(String value) {
      to = value;
      return this;
    }

    public Builder rate(Rate value) {
      rate = value;
      return this;
    }

    public Builder arrivals(Arrivals value) {
      arrivals = value;
      return this;
    }

    public Builder client(Client value) {
      client = value;
      return this;
    }

    public Builder requestBytes(long value) {
      requestBytes = value;
      return this;
    }

    public Builder responseBytes(long value) {
      responseBytes = value;
      return this;
    }

    public Builder requestsPerConnection(double value) {
      requestsPerConnection = value;
      return this;
    }

    public Builder classes(List<RequestClass> value) {
      classes = value;
      return this;
    }

    public Builder session(Optional<Session> value) {
      session = value;
      return this;
    }

    public Builder users(Optional<Users> value) {
      users = value;
      return this;
    }

    public Builder from(Optional<String> value) {
      from = value;
      return this;
    }

    /**
     * The workload.
     *
     * @throws headroom.problem.InvalidInputException when its parts do not fit together
     */
    public Workload build() {
      return new Workload(
          name,
          to,
          rate,
          arrivals,
          client,
          requestBytes,
          responseBytes,
          requestsPerConnection,
          classes,
          session,
          users,
          from);
    }
  }
}
