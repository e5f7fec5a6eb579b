package headroom.fleet.traffic;

import headroom.random.Chance;
import headroom.random.Sampler;
import headroom.random.Stream;
import headroom.results.Account;
import headroom.results.How;
import headroom.workload.Client;
import headroom.workload.RequestClass;
import headroom.workload.Workload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of a workload's requests to their destination, and the books kept on them. */
final class ClientLine extends Line implements Owner {

  private final Workload workload;
  private final boolean plain;
  // Only what is to be tried again needs an exchange, and only once an attempt has failed.
  private final boolean onlyRetries;
  private final int mostAtOnce;
  private final double connectionsPerRequest;
  private final Account[] accounts;
  private final long[] bytesIn;
  private final long[] bytesOut;
  private final int[] kinds;
  private final double[] shares;
  private final Stream classes;
  private final Stream patienceLuck;
  private final @Nullable Sampler patienceLaw;
  private final Caller[] callers;
  private final Connections connections;
  private @Nullable Sender switched;

  ClientLine(Traffic traffic, Workload workload, Destination destination, Chance chance) {
    super(traffic, destination, workload.client(), chance, workload.name());
    Client by = workload.client();
    this.workload = workload;
    this.plain = by.isPlain();
    this.onlyRetries = by.onlyRetries();
    this.mostAtOnce = by.mostAtOnce();
    this.connectionsPerRequest = 1 / workload.requestsPerConnection();
    this.connections = new Connections(
        workload.requestsPerConnection(), chance.of(workload.name(), "connections"));
    this.classes = chance.of(workload.name(), "class");
    this.patienceLuck = chance.of(workload.name(), "patience");
    this.patienceLaw = by.patience().map(law -> law.sampler()).orElse(null);
    int kindCount = traffic.kinds().size();
    accounts = new Account[kindCount];
    bytesIn = new long[kindCount];
    bytesOut = new long[kindCount];
    List<RequestClass> mixed = workload.classes();
    kinds = new int[Math.max(1, mixed.size())];
    shares = new double[mixed.size()];
    if (mixed.isEmpty()) {
      know(0, "", 0, workload.requestBytes(), workload.responseBytes());
    }
    double sum = 0;
    for (int i = 0; i < mixed.size(); i++) {
      RequestClass one = mixed.get(i);
      sum += one.share();
      shares[i] = sum;
      kinds[i] = traffic.kinds().number(one.name());
      know(
          kinds[i],
          one.name(),
          one.value(),
          one.requestBytes().orElse(workload.requestBytes()),
          one.responseBytes().orElse(workload.responseBytes()));
    }
    callers = new Caller[plain && workload.session().isEmpty() ? 0 : by.processes()];
    Stream luck = chance.of(workload.name(), "caller");
    for (int i = 0; i < callers.length; i++) {
      callers[i] = new Caller(by, luck.of(i));
    }
  }

  private void know(int kind, String name, double value, long in, long out) {
    accounts[kind] = traffic.recorder().account(workload.name(), name, value);
    bytesIn[kind] = in;
    bytesOut[kind] = out;
  }

  Workload workload() {
    return workload;
  }

  /** What kind of request this one is, by its ordinal. */
  private int kindOf(long ordinal) {
    if (shares.length == 0) {
      return 0;
    }
    double u = classes.at(ordinal) * shares[shares.length - 1];
    int i = 0;
    while (i < shares.length - 1 && u >= shares[i]) {
      i++;
    }
    return kinds[i];
  }

  /** Sends a request that nobody follows up. */
  void send(long ordinal, long now) {
    int kind = kindOf(ordinal);
    if (plain || onlyRetries) {
      Attempt attempt = traffic.take(this);
      accounts[kind].offered(now);
      if (onlyRetries) {
        callerOf(ordinal).firstAttempt(now);
      }
      attempt.sendAlone(this, ordinal, kind, demandLuck(ordinal, 1), now);
    } else {
      send(ordinal, process(ordinal), kind, this, null, now);
    }
  }

  private int process(long sender) {
    return (int) Long.remainderUnsigned(sender, callers.length);
  }

  private Caller callerOf(long ordinal) {
    return callers.length == 1 ? callers[0] : callers[process(ordinal)];
  }

  /** Sends a request of a visitor, who hears what becomes of it. */
  void send(long ordinal, long visitor, Browser browser, Owner owner, long now) {
    send(ordinal, process(visitor), kindOf(ordinal), owner, browser, now);
  }

  private void send(
      long ordinal, int process, int kind, Owner owner, @Nullable Browser browser, long now) {
    accounts[kind].offered(now);
    double patience = patienceLaw == null
        ? Double.POSITIVE_INFINITY
        : patienceLaw.sample(patienceLuck.at(ordinal));
    Exchange exchange = traffic.takeExchange(this, mostAtOnce);
    exchange.begin(this, callers[process], owner, ordinal, kind, patience, true, browser, now);
  }

  /** Somebody turns its sending on and off, and takes its pending retries. */
  void switchedBy(Sender sender) {
    switched = sender;
  }

  /** Goes on with a request whose latest attempt waits to be served. */
  void resumeQueued(long ordinal, int made, long arrived, long since, long now) {
    if (plain) {
      Attempt attempt = traffic.take(this);
      attempt.resume(this, null, ordinal, 1, traffic.counts(arrived), since, now);
    } else {
      Exchange exchange = traffic.takeExchange(this, mostAtOnce);
      exchange.resumeQueued(this, callerOf(ordinal), ordinal, made, arrived, since, now);
    }
  }

  /** Goes on with a request whose next attempt is due. */
  void resumePending(long ordinal, int made, long arrived, long due, long now) {
    Exchange exchange = traffic.takeExchange(this, mostAtOnce);
    exchange.resumePending(this, callerOf(ordinal), ordinal, made, arrived, due, now);
  }

  @Override
  void backsOff(Exchange exchange) {
    if (switched != null) {
      switched.backsOff(exchange);
    }
  }

  @Override
  void backOffEnds(Exchange exchange) {
    if (switched != null) {
      switched.backOffEnds(exchange);
    }
  }

  void handBack(int made, long due, long arrived) {
    if (switched == null) {
      throw new IllegalStateException("nobody takes the retries of " + sender());
    }
    switched.handBack(made, due, arrived);
  }

  @Override
  void answered(Attempt attempt, long now) {
    if (onlyRetries) {
      callerOf(attempt.ordinal).succeeded(null, now);
    }
    Account account = accounts[attempt.kind];
    account.succeeded(attempt.sentAt(), now, attempt);
    if (attempt.degraded) {
      account.degraded(attempt.sentAt());
    }
  }

  @Override
  void failed(Attempt attempt, How how, String why, long now) {
    if (onlyRetries) {
      Exchange exchange = traffic.takeExchange(this, mostAtOnce);
      exchange.goOn(this, callerOf(attempt.ordinal), this, attempt, how, why, now);
      return;
    }
    accounts[attempt.kind].failed(attempt.sentAt(), now, how, why, attempt);
  }

  @Override
  public void answered(Exchange exchange, long now) {
    Account account = accounts[exchange.kind()];
    account.succeeded(exchange.arrivedAt(), now, exchange);
    if (exchange.isDegraded()) {
      account.degraded(exchange.arrivedAt());
    }
  }

  @Override
  public void failed(Exchange exchange, How how, String why, long now) {
    accounts[exchange.kind()].failed(exchange.arrivedAt(), now, how, why, exchange);
  }

  double budgetLeft(long now) {
    double sum = 0;
    for (Caller caller : callers) {
      sum += caller.budgetLeft(now);
    }
    return callers.length == 0 ? Double.POSITIVE_INFINITY : sum;
  }

  void setBudget(double left, double requestsPerSecond, long now) {
    for (Caller caller : callers) {
      caller.setBudget(left / callers.length, requestsPerSecond / callers.length, now);
    }
  }

  @Override
  public void tryingAgain(Exchange exchange) {
    accounts[exchange.kind()].attempted(exchange.arrivedAt());
  }

  @Override
  String sender() {
    return "workload '" + workload.name() + "'";
  }

  @Override
  String destinationName() {
    return workload.to();
  }

  @Override
  String near() {
    return workload.from().orElse("");
  }

  @Override
  boolean isFromOutside() {
    return true;
  }

  @Override
  long bytesIn(int kind) {
    return bytesIn[kind];
  }

  @Override
  long bytesOut(int kind) {
    return bytesOut[kind];
  }

  @Override
  long connectionOf(long ordinal) {
    return connections.of(ordinal);
  }

  @Override
  long connectedAt(long ordinal, long sentAt) {
    return connections.openedAt(ordinal, sentAt);
  }

  /** Requests on one connection of a user. */
  double requestsPerConnection() {
    return workload.requestsPerConnection();
  }

  @Override
  double connectionsPerRequest() {
    return connectionsPerRequest;
  }
}
