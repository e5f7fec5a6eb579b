package headroom.scenarios.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.RunFailure;
import headroom.results.Run;
import headroom.scenarios.experiment.EngineProvider;
import headroom.scenarios.experiment.MasterUnreachable;
import headroom.scenarios.experiment.RemoteEngine;
import headroom.scenarios.wire.Wire;
import headroom.spec.Scenario;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/** Spark in this process, and masters that are none. */
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparkEngineTest {

  private final RemoteEngine engine = new SparkProvider().connect("local[2]");

  @AfterAll
  void letGo() {
    engine.close();
  }

  @Test
  void itIsFoundByItsName() {
    List<String> names = StreamSupport.stream(
            ServiceLoader.load(EngineProvider.class).spliterator(), false)
        .map(EngineProvider::name)
        .toList();

    assertEquals(List.of("spark"), names);
  }

  @Test
  void itHasTheSlotsThatTheMasterGives() {
    assertEquals(2, engine.slots());
    assertEquals(192, engine.callers());
  }

  /** Two scenarios asked for in turn, by more than the slots: several of each go together. */
  @Test
  void manyAtOnceGetEachItsOwn() throws InterruptedException, ExecutionException {
    List<Scenario> shops =
        List.of(Shop.of(Duration.ofMinutes(5), 20), Shop.of(Duration.ofMinutes(6), 10));
    ExecutorService askers = Executors.newFixedThreadPool(40);
    try {
      List<Future<byte[]>> coming = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        Scenario shop = shops.get(i % 2);
        long seed = i;
        coming.add(askers.submit(() -> bytes(engine.run(shop, seed, false))));
      }
      for (int i = 0; i < coming.size(); i++) {
        byte[] here = bytes(Engine.run(shops.get(i % 2), i));
        assertArrayEquals(here, coming.get(i).get(), "number " + i);
      }
    } finally {
      askers.shutdownNow();
    }
  }

  @Test
  void aRunIsThatOfThisMachineToTheLastByte() {
    Scenario shop = Shop.of(Duration.ofMinutes(30), 20);
    for (long seed = 1; seed <= 5; seed++) {
      assertArrayEquals(bytes(Engine.run(shop, seed)), bytes(engine.run(shop, seed, false)));
    }
    assertArrayEquals(bytes(Engine.show(shop, 9)), bytes(engine.run(shop, 9, true)));
  }

  @Test
  void aRunThatCannotBeFinishedSaysWhatItSaidThere() throws IOException {
    Reply reply = Reply.of(new RunFailure("scenario 'shop', seed 1: it grew too large", true));
    Reply arrived = Wire.read(Wire.bytes(reply), Reply.class);
    RunFailure again = assertThrows(RunFailure.class, arrived::runOrThrow);

    assertEquals("scenario 'shop', seed 1: it grew too large", again.getMessage());
    assertTrue(again.isLimit());
  }

  @Test
  void aFailureOfTheProgramSpeaksAsItDidThere() {
    IllegalStateException thrown = new IllegalStateException("that was not foreseen");
    RuntimeException again =
        assertThrows(RuntimeException.class, () -> Reply.of(thrown).runOrThrow());

    assertEquals(thrown.toString(), again.toString());
    assertTrue(String.valueOf(again.getCause()).contains("SparkEngineTest"), "tells where");
  }

  @Test
  void whereNobodyListensItSaysSoAtOnce() {
    MasterUnreachable refused = assertThrows(
        MasterUnreachable.class, () -> new SparkProvider().connect("spark://127.0.0.1:1"));

    assertEquals(
        "--master spark://127.0.0.1:1 does not answer: Connection refused", refused.getMessage());
  }

  @Test
  void aUrlWithoutAPortIsRefused() {
    MasterUnreachable refused = assertThrows(
        MasterUnreachable.class, () -> new SparkProvider().connect("spark://somewhere"));

    assertTrue(String.valueOf(refused.getMessage()).contains("for example spark://host:7077"));
  }

  private static byte[] bytes(Run run) {
    return Wire.bytes(run);
  }
}
