package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Reading.least;
import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.fault.CacheLoss;
import headroom.fault.Failure;
import headroom.fault.Slowdown;
import headroom.policy.breaker.CircuitBreaker;
import headroom.policy.limit.AdaptiveThrottle;
import headroom.policy.limit.Aimd;
import headroom.policy.limit.Bulkhead;
import headroom.policy.limit.ConcurrencyLimit;
import headroom.policy.limit.Gradient;
import headroom.policy.limit.Hedge;
import headroom.policy.limit.RateLimit;
import headroom.policy.queueing.LoadShedding;
import headroom.policy.queueing.QueueDiscipline;
import headroom.policy.retry.Backoff;
import headroom.policy.retry.BackoffByFailure;
import headroom.policy.retry.ExponentialBackoff;
import headroom.policy.retry.FixedBackoff;
import headroom.policy.retry.RatioBudget;
import headroom.policy.retry.Retry;
import headroom.policy.retry.RetryBudget;
import headroom.policy.retry.TokenBucket;
import headroom.random.Constant;
import headroom.random.Exponential;
import headroom.results.How;
import headroom.spec.TrafficModel;
import headroom.workload.Cache;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.ClassRule;
import headroom.workload.Client;
import headroom.workload.Contention;
import headroom.workload.Fallback;
import headroom.workload.RequestClass;
import headroom.workload.Service;
import headroom.workload.Session;
import headroom.workload.Users;
import headroom.workload.WarmUpCurve;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a scenario says of traffic means what the records hold. */
class TrafficReaderTest {

  private static final String DB =
      "groups.db={type: m5.large, size: {min: 1}, serves: {workers: 2, time: 5ms}}";

  /** Three attempts, of so many seconds each. */
  static Client retrying(int seconds, Backoff backoff) {
    Retry retry = new Retry(3, backoff, Optional.empty(), Retry.DEFAULT_ON);
    return new Client(
        Optional.of(Duration.ofSeconds(seconds)),
        Optional.empty(),
        Optional.of(retry),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  private static Workload users(String... sets) {
    return least(sets).workloads().get(0);
  }

  private static Retry retry(String text) {
    return users("workloads.users.client.retry=" + text).client().retry().orElseThrow();
  }

  private static Service web(String... sets) {
    return least(sets).group("web").serves();
  }

  private static List<CallStep> calls(String text) {
    return web(DB, "workloads.users.classes={read: {share: 1%}}", "groups.web.serves.calls=" + text)
        .calls();
  }

  private static CallStep.One call(String name, String to) {
    return new CallStep.One(plain(name, to));
  }

  private static Call plain(String name, String to) {
    return new Call(
        name,
        to,
        Client.DEFAULT,
        1,
        1,
        new Fallback.Fail(),
        Optional.empty(),
        List.of(),
        2000,
        20_000);
  }

  @ParameterizedTest
  @EnumSource(TrafficModel.class)
  void everyTrafficModelIsRead(TrafficModel model) {
    assertEquals(model, least("traffic-model=" + model.word()).trafficModel());
  }

  @Test
  void retriesAreThoseOfTheCommonSdksUnlessSaid() {
    assertEquals(
        new Retry(3, ExponentialBackoff.SDK_STANDARD, Optional.empty(), Retry.DEFAULT_ON),
        retry("{}"));
    assertEquals(Retry.SDK_STANDARD, retry("sdk-standard"));
    assertEquals(Retry.SDK_2026, retry("sdk-2026"));
    assertEquals(
        Optional.empty(), users("workloads.users.client.retry=none").client().retry());
    assertEquals(
        new Retry(
            2,
            new FixedBackoff(Duration.ofMillis(500)),
            Optional.of(new RatioBudget(0.3, 5, Duration.ofSeconds(20))),
            List.of(How.TIMEOUT, How.DNS)),
        retry("{attempts: 2, backoff: {fixed: 500ms}, on: [timeout, dns],"
            + " budget: {ratio: {ratio: 30%, per-second: 5/s, look-back: 20s}}}"));
    assertEquals(BackoffByFailure.SDK_2026, retry("{backoff: sdk-2026}").backoff());
  }

  @Test
  void whatABudgetDoesNotSayIsThatOfItsKind() {
    assertEquals(Optional.of(TokenBucket.SDK_STANDARD), budget("{token-bucket: {}}"));
    assertEquals(Optional.of(TokenBucket.SDK_2026), budget("sdk-2026"));
    assertEquals(Optional.of(RatioBudget.DEFAULT), budget("{ratio: {}}"));
    assertEquals(
        Optional.of(new TokenBucket(100, 5, 10, 5, 1)), budget("{token-bucket: {capacity: 100}}"));
  }

  private static Optional<RetryBudget> budget(String text) {
    return retry("{budget: " + text + "}").budget();
  }

  @Test
  void aClientHasLimitsOfItsOwn() {
    Client client = users("workloads.users.client={patience: {exponential: {mean: 30s}},"
            + " breaker: {}, bulkhead: 25, hedge: {after: 50ms}, rate-limit: {rate: 30/m},"
            + " throttle: {}, processes: 7}")
        .client();
    assertEquals(
        new Client(
            Optional.of(Duration.ofMinutes(1)),
            Optional.of(new Exponential(30)),
            Optional.empty(),
            Optional.of(CircuitBreaker.DEFAULT),
            Optional.of(new Bulkhead(25)),
            Optional.of(new Hedge(Duration.ofMillis(50), 1)),
            Optional.of(new RateLimit(0.5, 1)),
            Optional.of(AdaptiveThrottle.DEFAULT),
            7),
        client);
  }

  @Test
  void aBreakerLooksBackOnCallsOrOnTime() {
    assertEquals(new CircuitBreaker.Calls(40), window("40"));
    assertEquals(new CircuitBreaker.Time(Duration.ofMinutes(2)), window("2m"));
  }

  private static CircuitBreaker.Window window(String text) {
    return users("workloads.users.client.breaker.window=" + text)
        .client()
        .breaker()
        .orElseThrow()
        .window();
  }

  @Test
  void usersAndTheirRequestsAreOfKinds() {
    Workload closed = users("workloads.users={to: web, users: {count: 12, pause: 1h},"
        + " session: {think: 5s, leaves: 20%},"
        + " classes: {read: {share: 90%}, buy: {share: 10%, value: 12 USD, request-bytes: 5 kB}}}");
    assertEquals(new headroom.workload.Constant(0), closed.rate());
    assertEquals(Optional.of(new Users(12, Optional.of(new Constant(3600)))), closed.users());
    assertEquals(
        Optional.of(new Session(new Constant(5), Optional.empty(), 0.2)), closed.session());
    assertEquals(
        List.of(
            new RequestClass("read", 0.9, 0, OptionalLong.empty(), OptionalLong.empty()),
            new RequestClass("buy", 0.1, 12, OptionalLong.of(5000), OptionalLong.empty())),
        closed.classes());
    Workload open =
        users("workloads.users.session={think: 5s, requests: {exponential: {mean: 9}}}");
    assertEquals(Optional.of(new Exponential(9)), open.session().orElseThrow().requests());
  }

  @Test
  void aServiceSaysHowItWorks() {
    Service service = web(
        "workloads.users.classes={buy: {share: 10%}}",
        "groups.web.serves={workers: 4, time: 80ms, queue: 7, discipline: codel,"
            + " shedding: {above: 40}, concurrency-limit: aimd, warm-up: {slowdown: 3, over: 2m},"
            + " classes: {buy: {time: 300ms, priority: 1}}, contention: {sigma: 0.03},"
            + " serial: 2ms, while-calling: free-worker}");
    assertEquals(
        new Service(
            4,
            7,
            new Constant(0.08),
            false,
            QueueDiscipline.CoDel.DEFAULT,
            Optional.of(new LoadShedding(40, 0)),
            Optional.of(Aimd.DEFAULT),
            List.of(new ClassRule("buy", Optional.of(new Constant(0.3)), 1)),
            new Contention(0.03, 0),
            Optional.of(new WarmUpCurve(3, Duration.ofMinutes(2))),
            Optional.of(new Constant(0.002)),
            List.of(),
            false),
        service);
  }

  @Test
  void whoIsServedNextIsAWordOrARule() {
    assertEquals(new QueueDiscipline.Lifo(), discipline("lifo"));
    assertEquals(new QueueDiscipline.DeadlineAware(), discipline("deadline-aware"));
    assertEquals(new QueueDiscipline.AdaptiveLifo(10), discipline("{adaptive-lifo: {above: 10}}"));
    assertEquals(true, web("groups.web.serves.sharing=true").sharing());
    assertEquals(Gradient.DEFAULT, limit("gradient"));
    assertEquals(
        new Aimd(5, 2, 50, 0.7, Duration.ofSeconds(1)),
        limit("{aimd: {initial: 5, least: 2, most: 50, backoff: 0.7, timeout: 1s}}"));
  }

  private static QueueDiscipline discipline(String text) {
    return web("groups.web.serves.discipline=" + text).discipline();
  }

  private static ConcurrencyLimit limit(String text) {
    return web("groups.web.serves.concurrency-limit=" + text).concurrencyLimit().orElseThrow();
  }

  @Test
  void callsFollowEachOtherOrRunTogetherOrAreOneOfSeveral() {
    assertEquals(
        List.of(
            call("db", "db"),
            new CallStep.Parallel(List.of(plain("a", "db"), plain("b", "db"))),
            new CallStep.OneOf(List.of(
                new CallStep.OneOf.Option(0.7, plain("c", "db")),
                new CallStep.OneOf.Option(0.3, plain("d", "db"))))),
        calls("[{to: db}, {parallel: [{to: db, name: a}, {to: db, name: b}]},"
            + " {one-of: [{share: 70%, to: db, name: c}, {share: 30%, to: db, name: d}]}]"));
  }

  @Test
  void aCallHasAllThatACallerHas() {
    assertEquals(
        List.of(new CallStep.One(new Call(
            "look-up",
            "db",
            retrying(1, new FixedBackoff(Duration.ZERO)),
            0.5,
            3,
            new Fallback.Degrade(),
            Optional.of(new Cache(0.9, 1000, Optional.of(Duration.ofMinutes(10)), true)),
            List.of("read"),
            100,
            200))),
        calls("[{to: db, name: look-up, timeout: 1s, retry: {backoff: {fixed: 0s}},"
            + " probability: 50%, count: 3, fallback: degrade, classes: [read],"
            + " cache: {hit-ratio: 90%, entries: 1000, ttl: 10m, starts: cold},"
            + " request-bytes: 100 B, response-bytes: 200 B}]"));
  }

  @Test
  void pathsReachIntoCalls() {
    Service service = web(
        DB,
        "groups.web.serves.calls=[{to: db, fallback: {to: db}}]",
        "groups.web.serves.calls[0].retry.attempts=5",
        "groups.web.serves.calls[0].retry.backoff.exponential.base=7ms");
    Call call = service.calls().get(0).calls().get(0);
    assertEquals(new Fallback.Instead("db"), call.fallback());
    Retry retry = call.client().retry().orElseThrow();
    assertEquals(5, retry.attempts());
    assertEquals(0.007, retry.backoff().longestSeconds(1));
  }

  @Test
  void slowdownsAndLostCachesAreFailures() {
    List<Failure> failures = least(
            DB,
            "groups.web.serves.calls=[{to: db, cache: {hit-ratio: 90%, entries: 10}}]",
            "failures=[{slowdown: {of: web, at: 1m, lasts: 10s, speed: 0%}},"
                + " {cache-loss: {of: web, at: 2m}}]")
        .failures();
    assertEquals(
        List.of(
            new Slowdown("slowdown-web", "web", Duration.ofMinutes(1), Duration.ofSeconds(10), 0),
            new CacheLoss("cache-loss-web", "web", Duration.ofMinutes(2), 1)),
        failures);
  }
}
