package headroom.fleet.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.ServiceBuilder;
import headroom.kernel.Phase;
import headroom.random.Constant;
import headroom.random.Uniform;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes after a server's own work, and what slows all of it down. */
class StagesTest {

  private static final long SECOND = 1_000_000_000L;

  /** Two instances, one lock of 1 s: four that are ready at 1 s are done a second apart. */
  @ParameterizedTest
  @CsvSource({"false", "true"})
  void theGroupHasItsSerialSectionOnlyOnce(boolean sharing) {
    ServiceBuilder service = Bench.service(2, 0).serial(new Constant(1));
    try (Bench bench = new Bench(sharing ? service.sharing() : service, 2)) {
      bench.at(0, "A", 1, 0, 0);
      bench.at(0, "B", 1, 0, 1);
      bench.at(0, "C", 1, 0, 0);
      bench.at(0, "D", 1, 0, 1);
      bench.until(1.5);
      assertEquals(sharing ? 0 : 2, bench.server(0).busy());
      bench.until(10);
      assertEquals(
          List.of("A served 2.000", "B served 3.000", "C served 4.000", "D served 5.000"),
          bench.log());
    }
  }

  /** A is in the section and C waits for it when their instance stops: B goes in at once. */
  @Test
  void aStoppedInstanceGivesTheSerialSectionBack() {
    try (Bench bench = new Bench(Bench.service(2, 0).serial(new Constant(1)), 2)) {
      bench.at(0, "A", 1, 0, 0);
      bench.at(0, "C", 1, 0, 0);
      bench.at(0, "B", 1, 0, 1);
      bench.crashAt(1.5, 0);
      bench.until(10);
      assertEquals(List.of("C lost 1.500", "A lost 1.500", "B served 2.500"), bench.log());
    }
  }

  /** Every job asks something that takes 2 s of others, and says so to its server. */
  private static void asks(Bench bench) {
    bench.group.then(new AfterWork() {
      @Override
      public boolean begins(Job job, long now) {
        Server server = job.server();
        bench.simulation.at(now + 2 * SECOND, Phase.WORK, at -> {
          if (job.server() == server && server != null) {
            server.done(job, at);
          }
        });
        return true;
      }

      @Override
      public String troubleSince(long since) {
        return "";
      }
    });
  }

  /** One worker, held for 1 + 2 s: B begins at 3 s. Let go, it begins at 1 s. */
  @ParameterizedTest
  @CsvSource({"true, 6.000", "false, 4.000"})
  void aWorkerWaitsForTheCallsOrServesOthers(boolean holds, String second) {
    ServiceBuilder service = Bench.service(1, 5);
    try (Bench bench = new Bench(holds ? service : service.letsWorkerGo(), 0)) {
      asks(bench);
      bench.launchNow();
      Bench.Work a = bench.at(0, "A", 1);
      Bench.Work b = bench.at(0, "B", 1);
      bench.until(2.5);
      assertEquals(holds ? 1 : 0, bench.server(0).busy());
      bench.until(10);
      assertEquals(List.of("A served 3.000", "B served " + second), bench.log());
      assertEquals(SECOND, a.workedAt());
      assertEquals(holds ? 3 * SECOND : SECOND, b.startedAt());
    }
  }

  /** With sharing what waits for calls uses no core, and keeps its place if it is told to. */
  @ParameterizedTest
  @CsvSource({"true, C full 1.500", "false, A served 3.000"})
  void withSharingAPlaceIsKeptOrLetGo(boolean holds, String first) {
    ServiceBuilder service = Bench.service(1, 0).sharing();
    try (Bench bench = new Bench(holds ? service : service.letsWorkerGo(), 0)) {
      asks(bench);
      bench.launchNow();
      bench.at(0, "A", 1);
      bench.at(1.5, "C", 1);
      bench.until(1.4);
      assertEquals(0, bench.server(0).busy());
      bench.until(10);
      assertEquals(first, bench.log().get(0));
    }
  }

  /** Both wait for calls, one of them beside its worker, when the instance stops. */
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void whatWaitsForCallsIsLostWithTheInstance(boolean sharing) {
    ServiceBuilder service = Bench.service(1, 5).letsWorkerGo();
    try (Bench bench = new Bench(sharing ? service.sharing() : service, 0)) {
      asks(bench);
      bench.launchNow();
      bench.at(0, "A", 1);
      bench.at(1, "B", 1);
      bench.crashAt(2.5, 0);
      bench.until(10);
      assertEquals(List.of("B lost 2.500", "A lost 2.500"), bench.log());
    }
  }

  @Test
  void nothingLeavesTwice() {
    try (Bench bench = new Bench(Bench.service(1, 5).letsWorkerGo(), 0)) {
      asks(bench);
      bench.launchNow();
      Bench.Work a = bench.at(0, "A", 1);
      bench.until(0.5);
      assertThrows(IllegalStateException.class, () -> bench.server(0).done(a, SECOND / 2));
    }
  }

  /** Frozen from 1 s to 3 s, at half speed until 5 s: 1 s of work is done before, 1 s meanwhile. */
  @ParameterizedTest(name = "plain: {0}")
  @CsvSource({"true", "false"})
  void whatIsDoneStaysDoneWhenTheSpeedChanges(boolean plain) {
    ServiceBuilder service = Bench.service(2, 5);
    if (!plain) {
      service.requestClass("other", Optional.empty(), 1);
    }
    try (Bench bench = new Bench(service, 1)) {
      bench.at(0, "A", 3);
      bench.at(2, "B", 0.5);
      bench.at(2, "C", 1);
      bench.speedAt(1, 0);
      bench.speedAt(3, 0.5);
      bench.speedAt(5, 1);
      bench.until(20);
      assertEquals(List.of("B served 4.000", "C served 5.500", "A served 6.000"), bench.log());
    }
  }

  /** Half of the section is done when all stands still for 10 s. */
  @Test
  void aStallStopsTheSerialSectionToo() {
    try (Bench bench = new Bench(Bench.service(2, 0).serial(new Constant(1)), 1)) {
      bench.at(0, "A", 1);
      bench.at(0, "B", 1);
      bench.speedAt(1.5, 0);
      bench.speedAt(11.5, 1);
      bench.until(20);
      assertEquals(List.of("A served 12.000", "B served 13.000"), bench.log());
    }
  }

  /** The slowdown is the cause while it lasts, and as long as the queue has not emptied since. */
  @Test
  void aSlowdownIsTheCauseUntilTheQueueHasEmptied() {
    try (Bench bench = new Bench(Bench.service(1, 9), 1)) {
      bench.at(0, "A", 1);
      bench.at(1.5, "B", 1);
      bench.at(1.6, "C", 1);
      bench.at(6, "D", 1);
      bench.at(6.1, "E", 1);
      bench.speedAt(1, 0);
      bench.speedAt(3, 1);
      bench.until(0.5);
      assertEquals("overload", bench.group.why(bench.server(0)));
      bench.until(2);
      assertEquals("slow", bench.group.why(bench.server(0)));
      bench.until(3.5);
      assertEquals("slow", bench.group.why(bench.server(0)));
      bench.until(6.5);
      assertEquals(1, bench.server(0).queued());
      assertEquals("overload", bench.group.why(bench.server(0)));
    }
  }

  @Test
  void capacityIsBoundedByTheSerialSectionAndTheSpeed() {
    ServiceBuilder service =
        new ServiceBuilder(4, 0, new Uniform(0, 2)).serial(new Constant(0.1)).contention(0.1, 0);
    try (Bench bench = new Bench(service, 1)) {
      // Four workers of 1 s, each 1.3 times as slow when all are busy; ten a second at most.
      assertEquals(4 / 1.3, bench.group.capacityPerSecond(1), 1e-12);
      assertEquals(10, bench.group.capacityPerSecond(4), 1e-12);
      bench.group.setSpeed(0.5, "slow", 0);
      assertEquals(5, bench.group.capacityPerSecond(4), 1e-12);
    }
  }
}
