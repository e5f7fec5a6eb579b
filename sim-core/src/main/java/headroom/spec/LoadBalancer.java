package headroom.spec;

import headroom.policy.routing.FlowHash;
import headroom.policy.routing.HealthCheck;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.policy.routing.OutlierEjection;
import headroom.policy.routing.OwnCapacity;
import headroom.policy.routing.RoundRobin;
import headroom.policy.routing.RoutingPolicy;
import headroom.policy.routing.Stickiness;
import headroom.policy.routing.ZonalShift;
import headroom.policy.routing.ZoneHealth;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Spreads requests over the healthy instances of a group.
 *
 * @param name its name in the scenario
 * @param type classic, application, network or proxy
 * @param targets the group behind it
 * @param routing which target a request goes to
 * @param healthCheck how it finds out which targets are well
 * @param draining how long a leaving target may finish its requests
 * @param idleTimeout how long a request may go without an answer
 * @param stickiness whether a user keeps a target
 * @param slowStart how long a new target gets less than its share; zero for not at all
 * @param surgeQueue requests that wait, for each of its nodes, where no target has a place
 * @param crossZone whether a node sends to the targets of all zones, or of its own alone
 * @param zoneHealth when a zone is told to clients
 * @param zonalShifts zones taken out for a while
 * @param outlierEjection whether targets are taken out whose requests keep failing
 * @param capacity what it can take itself; empty for everything
 */
public record LoadBalancer(
    String name,
    Type type,
    String targets,
    RoutingPolicy routing,
    HealthCheck healthCheck,
    Duration draining,
    Duration idleTimeout,
    Optional<Stickiness> stickiness,
    Duration slowStart,
    int surgeQueue,
    boolean crossZone,
    ZoneHealth zoneHealth,
    List<ZonalShift> zonalShifts,
    Optional<OutlierEjection> outlierEjection,
    Optional<OwnCapacity> capacity) {

  /** The kinds of Elastic Load Balancing and one's own, with what each does when nothing is said. */
  public enum Type {
    CLASSIC(HealthCheck.CLASSIC, new LeastOutstandingRequests(), Duration.ofSeconds(60)),
    APPLICATION(HealthCheck.APPLICATION, new RoundRobin(), Duration.ofSeconds(60)),
    NETWORK(HealthCheck.NETWORK, new FlowHash(), Duration.ofSeconds(350)),
    /** Software on the instances of whoever calls it, which have their own failures and bill. */
    PROXY(HealthCheck.APPLICATION, new RoundRobin(), Duration.ofSeconds(60));

    private final HealthCheck check;
    private final RoutingPolicy routing;
    private final Duration idleTimeout;

    Type(HealthCheck check, RoutingPolicy routing, Duration idleTimeout) {
      this.check = check;
      this.routing = routing;
      this.idleTimeout = idleTimeout;
    }

    /** Checks of this kind's targets when nothing is said. */
    public HealthCheck defaultHealthCheck() {
      return check;
    }

    /** Fleet sheet §6.1 (HTTP listeners), §6.2 and §6.3. */
    public RoutingPolicy defaultRouting() {
      return routing;
    }

    /** Fleet sheet §6.1 to §6.3. */
    public Duration defaultIdleTimeout() {
      return idleTimeout;
    }

    /** On but for the network balancer; of the classic one that is the console's default (§6.1). */
    public boolean defaultCrossZone() {
      return this != NETWORK;
    }

    /** Whether it answers with codes of HTTP. */
    public boolean hasCodes() {
      return this != NETWORK;
    }

    /** Whether it tries unhealthy targets where it has no others (§6.2, §6.3). */
    public boolean failsOpen() {
      return this != CLASSIC;
    }

    /** Whether it is a machine of its own, with a bill of its own. */
    public boolean isBilled() {
      return this != PROXY;
    }

    /** The word in a scenario file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Default of the deregistration delay and of connection draining (fleet sheet §6.1, §6.2). */
  public static final Duration DEFAULT_DRAINING = Duration.ofMinutes(5);

  private static final Duration LONGEST_DRAINING = Duration.ofHours(1);
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(4000);
  private static final Duration SHORTEST_SLOW_START = Duration.ofSeconds(30);
  private static final Duration LONGEST_SLOW_START = Duration.ofSeconds(900);
  private static final int MOST_WAITING = 1_000_000;

  public static List<Problem> problems(
      Type type,
      RoutingPolicy routing,
      Duration draining,
      Duration idleTimeout,
      Optional<Stickiness> stickiness,
      Duration slowStart,
      int surgeQueue) {
    Problems problems = Problems.of();
    times(problems, draining, idleTimeout, slowStart);
    return problems
        .require(
            "slow-start",
            slowStart.isZero() || !(routing instanceof LeastOutstandingRequests),
            "has no meaning with least-outstanding-requests",
            "another routing rule, or 0s")
        .require(
            "stickiness",
            stickiness.isEmpty() || type != Type.NETWORK,
            "needs cookies, which a network balancer does not see",
            "type: application; flows keep their target anyway")
        .require(
            "surge-queue",
            surgeQueue >= 0 && surgeQueue <= MOST_WAITING,
            "must be between 0 and " + MOST_WAITING + ", was " + surgeQueue,
            "1024 is what the classic balancer has")
        .require(
            "surge-queue",
            surgeQueue <= 0 || type == Type.CLASSIC || type == Type.PROXY,
            "is what a classic balancer has, and not one of type " + type.word(),
            "type: classic, or leave it out")
        .list();
  }

  private static void times(
      Problems problems, Duration draining, Duration idleTimeout, Duration slowStart) {
    problems
        .require(
            "draining",
            !draining.isNegative() && draining.compareTo(LONGEST_DRAINING) <= 0,
            "must be between 0 s and 3,600 s, was " + Problems.seconds(draining),
            "for example 300s")
        .require(
            "idle-timeout",
            idleTimeout.compareTo(Duration.ofSeconds(1)) >= 0
                && idleTimeout.compareTo(LONGEST_IDLE) <= 0,
            "must be between 1 s and 4,000 s, was " + Problems.seconds(idleTimeout),
            "for example 60s")
        .require(
            "slow-start",
            slowStart.isZero()
                || (slowStart.compareTo(SHORTEST_SLOW_START) >= 0
                    && slowStart.compareTo(LONGEST_SLOW_START) <= 0),
            "must be 0 s, or between 30 s and 900 s, was " + Problems.seconds(slowStart),
            "for example 60s");
  }

  public LoadBalancer {
    zonalShifts = List.copyOf(zonalShifts);
    Problems.throwIfAny(
        problems(type, routing, draining, idleTimeout, stickiness, slowStart, surgeQueue));
  }

  /** A balancer in front of a group, with its type's defaults. */
  public static Builder of(String name, Type type, String targets) {
    return new Builder(name, type, targets);
  }

  /** The same, to be changed. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** A balancer in the making. */
  public static final class Builder {
    private final String name;
    private final Type type;
    private final String targets;
    private RoutingPolicy routing;
    private HealthCheck healthCheck;
    private Duration draining = DEFAULT_DRAINING;
    private Duration idleTimeout;
    private Optional<Stickiness> stickiness = Optional.empty();
    private Duration slowStart = Duration.ZERO;
    private int surgeQueue;
    private boolean crossZone;
    private ZoneHealth zoneHealth = ZoneHealth.DEFAULT;
    private List<ZonalShift> zonalShifts = List.of();
    private Optional<OutlierEjection> outlierEjection = Optional.empty();
    private Optional<OwnCapacity> capacity = Optional.empty();

    private Builder(String name, Type type, String targets) {
      this.name = name;
      this.type = type;
      this.targets = targets;
      this.routing = type.defaultRouting();
      this.healthCheck = type.defaultHealthCheck();
      this.idleTimeout = type.defaultIdleTimeout();
      this.crossZone = type.defaultCrossZone();
    }

    private Builder(LoadBalancer other) {
      this(other.name, other.type, other.targets);
      routing = other.routing;
      healthCheck = other.healthCheck;
      draining = other.draining;
      idleTimeout = other.idleTimeout;
      stickiness = other.stickiness;
      slowStart = other.slowStart;
      surgeQueue = other.surgeQueue;
      crossZone = other.crossZone;
      zoneHealth = other.zoneHealth;
      zonalShifts = other.zonalShifts;
      outlierEjection = other.outlierEjection;
      capacity = other.capacity;
    }

    public Builder routing(RoutingPolicy value) {
      routing = value;
      return this;
    }

    public Builder healthCheck(HealthCheck value) {
      healthCheck = value;
      return this;
    }

    public Builder draining(Duration value) {
      draining = value;
      return this;
    }

    public Builder idleTimeout(Duration value) {
      idleTimeout = value;
      return this;
    }

    public Builder stickiness(Optional<Stickiness> value) {
      stickiness = value;
      return this;
    }

    public Builder slowStart(Duration value) {
      slowStart = value;
      return this;
    }

    public Builder surgeQueue(int value) {
      surgeQueue = value;
      return this;
    }

    public Builder crossZone(boolean value) {
      crossZone = value;
      return this;
    }

    public Builder zoneHealth(ZoneHealth value) {
      zoneHealth = value;
      return this;
    }

    public Builder zonalShifts(List<ZonalShift> value) {
      zonalShifts = value;
      return this;
    }

    public Builder outlierEjection(Optional<OutlierEjection> value) {
      outlierEjection = value;
      return this;
    }

    public Builder capacity(Optional<OwnCapacity> value) {
      capacity = value;
      return this;
    }

    /**
     * The balancer.
     *
     * @throws headroom.problem.InvalidInputException when it has a problem
     */
    public LoadBalancer build() {
      return new LoadBalancer(
          name,
          type,
          targets,
          routing,
          healthCheck,
          draining,
          idleTimeout,
          stickiness,
          slowStart,
          surgeQueue,
          crossZone,
          zoneHealth,
          zonalShifts,
          outlierEjection,
          capacity);
    }
  }
}
