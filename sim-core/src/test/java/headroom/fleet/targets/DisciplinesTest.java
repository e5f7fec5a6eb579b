package headroom.fleet.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.ServiceBuilder;
import headroom.policy.limit.ConcurrencyLimit;
import headroom.policy.queueing.QueueDiscipline;
import headroom.policy.queueing.QueueDiscipline.AdaptiveLifo;
import headroom.policy.queueing.QueueDiscipline.CoDel;
import headroom.policy.queueing.QueueDiscipline.DeadlineAware;
import headroom.policy.queueing.QueueDiscipline.Fifo;
import headroom.policy.queueing.QueueDiscipline.Lifo;
import headroom.random.Constant;
import headroom.random.Uniform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is served next by one worker, and who is not served at all; times worked out by hand. */
class DisciplinesTest {

  private static String names(List<String> log) {
    return log.stream().map(line -> line.substring(0, 1)).collect(Collectors.joining());
  }

  /** Jobs of 1 s come at 0.1 s from each other: A begins, the others wait and are served so. */
  static Stream<Arguments> orders() {
    return Stream.of(
        Arguments.of(new Fifo(), "ABCDE"),
        Arguments.of(new Lifo(), "AEDCB"),
        Arguments.of(new AdaptiveLifo(3), "AEDCB"),
        Arguments.of(new AdaptiveLifo(4), "ABCDE"),
        Arguments.of(new DeadlineAware(), "ABCDE"),
        Arguments.of(new CoDel(Duration.ofMillis(5), Duration.ofSeconds(9)), "ABCDE"),
        // At 1 s patience begins, for 0.1 s; at 2 s C has waited too long, and D is the next.
        Arguments.of(CoDel.DEFAULT, "ABDE"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("orders")
  void ordersOfService(QueueDiscipline discipline, String served) {
    try (Bench bench = new Bench(Bench.service(1, 10).discipline(discipline), 1)) {
      for (int i = 0; i < 5; i++) {
        bench.at(0.1 * i, "ABCDE".substring(i, i + 1), 1);
      }
      bench.until(0.5);
      assertEquals(100_000_000, bench.server(0).waitingSince());
      bench.until(10);
      assertEquals(
          served, names(bench.log().stream().filter(l -> l.contains("served")).toList()));
      assertEquals(Long.MAX_VALUE, bench.server(0).waitingSince());
    }
  }

  /** Four wait at 0.4 s: last first, until none waits; F and G then come to a calm queue. */
  @Test
  void adaptiveLifoTurnsBackWhenNoneWaits() {
    try (Bench bench = new Bench(Bench.service(1, 10).discipline(new AdaptiveLifo(3)), 1)) {
      for (int i = 0; i < 5; i++) {
        bench.at(0.1 * i, "ABCDE".substring(i, i + 1), 1);
      }
      bench.at(4.1, "F", 1);
      bench.at(4.2, "G", 1);
      bench.until(10);
      assertEquals("AEDCBFG", names(bench.log()));
    }
  }

  /** B and C are given up while they wait: D begins the moment A is done. */
  @Test
  void deadlineAwarePassesOverTheAbandonedAtNoCost() {
    try (Bench bench = new Bench(Bench.service(1, 10).discipline(new DeadlineAware()), 1)) {
      bench.at(0, "A", 2);
      bench.at(0.1, "B", 2).abandoned = true;
      bench.at(0.2, "C", 2).abandoned = true;
      bench.at(0.3, "D", 2);
      bench.until(10);
      assertEquals(
          List.of("A served 2.000", "B dropped 2.000", "C dropped 2.000", "D served 4.000"),
          bench.log());
    }
  }

  /** Without that, a worker goes on for nobody. */
  @Test
  void firstInFirstOutWorksForTheAbandonedToo() {
    try (Bench bench = new Bench(Bench.service(1, 10).shedding(100, 0), 1)) {
      bench.at(0, "A", 2);
      bench.at(0.1, "B", 2).abandoned = true;
      bench.at(0.3, "D", 2);
      bench.until(10);
      assertEquals(List.of("A served 2.000", "B served 4.000", "D served 6.000"), bench.log());
    }
  }

  /**
   * Jobs of 50 ms, one every 25 ms for 1 s: waits pass 5 ms at the first look (50 ms), so patience
   * ends at 150 ms and the first drop is then (RFC 8289 §5); the next is 100 ms later.
   */
  @Test
  void coDelDropsFromTheFrontAfterAnInterval() {
    try (Bench bench = new Bench(Bench.service(1, 1000).discipline(CoDel.DEFAULT), 1)) {
      for (int i = 0; i < 40; i++) {
        bench.at(0.025 * i, "J", 0.05);
      }
      bench.until(1);
      List<String> drops =
          bench.log().stream().filter(line -> line.contains("dropped")).limit(2).toList();
      assertEquals(List.of("J dropped 0.150", "J dropped 0.250"), drops);
    }
  }

  /** Class 1 has priority 2, class 2 has priority 1; class 0 is nobody's and goes first. */
  @Test
  void smallerPriorityNumbersGoFirstAndNobodyIsInterrupted() {
    ServiceBuilder service = Bench.service(1, 10)
        .requestClass("low", Optional.empty(), 2)
        .requestClass("high", Optional.empty(), 1);
    try (Bench bench = new Bench(service, 1)) {
      bench.at(0, "A", 1, 1, 0);
      bench.at(0.1, "B", 1, 1, 0);
      bench.at(0.2, "C", 1, 2, 0);
      bench.at(0.3, "D", 1, 2, 0);
      bench.at(0.4, "E", 1, 0, 0);
      bench.until(10);
      assertEquals("AECDB", names(bench.log()));
    }
  }

  /** One worker and two places for all priorities together: the important come too late as well. */
  @Test
  void theBoundIsOnAllPrioritiesTogether() {
    ServiceBuilder service = Bench.service(1, 2).requestClass("low", Optional.empty(), 5);
    try (Bench bench = new Bench(service, 1)) {
      bench.at(0, "A", 1, 1, 0);
      bench.at(0, "B", 1, 1, 0);
      bench.at(0, "C", 1, 1, 0);
      bench.at(0.5, "D", 1, 0, 0);
      bench.until(10);
      assertEquals("D full 0.500", bench.log().get(0));
    }
  }

  /** From 4 on the instance priority 0 is shed, two fewer for each priority below. */
  @Test
  void sheddingKeepsPlacesForTheImportant() {
    ServiceBuilder service =
        Bench.service(1, 10).shedding(4, 2).requestClass("low", Optional.empty(), 1);
    try (Bench bench = new Bench(service, 1)) {
      bench.at(0, "A", 9, 1, 0);
      bench.at(0, "B", 9, 1, 0);
      bench.at(0, "C", 9, 1, 0);
      bench.at(0, "D", 9, 0, 0);
      bench.at(0, "E", 9, 0, 0);
      bench.at(0, "F", 9, 0, 0);
      bench.until(1);
      assertEquals(List.of("C shed 0.000", "F shed 0.000"), bench.log());
      assertEquals(1, bench.server(0).busy());
      assertEquals(3, bench.server(0).queued());
    }
  }

  /** A limit of two that writes down what it is told. */
  private static final class Two implements ConcurrencyLimit {

    final List<String> told = new ArrayList<>();

    private static final class Nothing implements Memory {}

    @Override
    public Memory memory() {
      return new Nothing();
    }

    @Override
    public int limit(Memory memory) {
      return 2;
    }

    @Override
    public void left(Memory memory, long took, int inFlight, boolean dropped, long now) {
      told.add(took / 1_000_000 + " ms of " + inFlight + (dropped ? ", dropped" : ""));
    }
  }

  @Test
  void aLimitIsAskedAtTheDoorAndToldOfEveryLeaving() {
    Two limit = new Two();
    ServiceBuilder service = Bench.service(1, 10).limit(limit).discipline(new DeadlineAware());
    try (Bench bench = new Bench(service, 1)) {
      bench.at(0, "A", 1);
      bench.at(0.5, "B", 1).abandoned = true;
      bench.at(0.6, "C", 1);
      bench.at(1.5, "D", 1);
      bench.until(10);
      assertEquals(
          List.of("C shed 0.600", "A served 1.000", "B dropped 1.000", "D served 2.500"),
          bench.log());
      assertEquals(List.of("1000 ms of 2", "500 ms of 1, dropped", "1000 ms of 1"), limit.told);
    }
  }

  /** Class 1 takes 3 s whatever its luck; class 2 twice what others take for theirs. */
  @Test
  void classesHaveTimesOfTheirOwn() {
    ServiceBuilder service = Bench.service(4, 0)
        .requestClass("fixed", Optional.of(new Constant(3)), 0)
        .requestClass("double", Optional.of(new Uniform(0, 200)), 0);
    try (Bench bench = new Bench(service, 1)) {
      bench.at(0, "A", 1, 0, 0);
      bench.at(0, "B", 1, 1, 0);
      bench.at(0, "C", 1, 2, 0);
      bench.until(10);
      assertEquals(List.of("A served 1.000", "C served 2.000", "B served 3.000"), bench.log());
    }
  }

  /** The age in seconds of an instance and how long 1 s of work takes it: 1 + 2 exp(-age / 60 s). */
  @Test
  void aColdInstanceIsSlowAndOneOfTimeZeroIsWarm() {
    ServiceBuilder service = Bench.service(1, 0).warmUp(3, Duration.ofSeconds(60));
    try (Bench bench = new Bench(service, 1)) {
      bench.launchAt(5);
      bench.at(10, "W", 1);
      bench.at(5, "A", 1, 0, 1);
      bench.at(65, "B", 1, 0, 1);
      bench.at(185, "C", 1, 0, 1);
      bench.at(3000, "D", 1, 0, 1);
      bench.until(4000);
      assertEquals(
          List.of(
              "A served 8.000",
              "W served 11.000",
              "B served 66.736",
              "C served 186.100",
              "D served 3001.000"),
          bench.log());
    }
  }

  /** With sigma 0.5 the second in service takes 1.5 times as long, the third twice. */
  @Test
  void contentionSlowsWhoBeginsAmongOthers() {
    try (Bench bench = new Bench(Bench.service(3, 0).contention(0.5, 0), 1)) {
      bench.at(0, "A", 1);
      bench.at(0.1, "B", 1);
      bench.at(0.2, "C", 1);
      bench.at(1.5, "D", 1);
      bench.until(10);
      assertEquals(
          List.of("A served 1.000", "B served 1.600", "C served 2.200", "D served 3.500"),
          bench.log());
    }
  }

  @Test
  void everythingThatWaitsIsLostWithTheInstance() {
    try (Bench bench = new Bench(Bench.service(1, 9).requestClass("low", Optional.empty(), 3), 1)) {
      bench.at(0, "A", 5);
      bench.at(0, "B", 5, 1, 0);
      bench.at(0, "C", 5);
      bench.crashAt(1, 0);
      bench.until(10);
      assertEquals(List.of("A lost 1.000", "C lost 1.000", "B lost 1.000"), bench.log());
      assertTrue(!bench.server(0).isUp());
      assertEquals(0, bench.group.queue().value());
    }
  }
}
