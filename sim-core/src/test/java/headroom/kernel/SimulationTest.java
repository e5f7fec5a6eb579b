package headroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private final Simulation simulation = Simulation.create();
  private final List<String> log = new ArrayList<>();

  private long say(long at, Phase phase, String name) {
    return simulation.at(at, phase, now -> log.add(now + " " + name));
  }

  @Test
  void oneInstantIsOrderedByPhaseThenByScheduling() {
    say(7, Phase.OBSERVE, "observe");
    say(7, Phase.WORK, "work 1");
    say(9, Phase.CHANGE, "later");
    say(7, Phase.DECIDE, "decide");
    say(7, Phase.WORK, "work 2");
    say(7, Phase.CHANGE, "change");
    simulation.scheduleEventAbs(7L, (short) 8, () -> log.add("7 DSOL's 8"));
    simulation.scheduleEventAbs(7L, (short) 6, () -> log.add("7 DSOL's 6"));
    simulation.runUntil(8);
    assertEquals(
        List.of(
            "7 change",
            "7 DSOL's 8",
            "7 work 1",
            "7 work 2",
            "7 DSOL's 6",
            "7 decide",
            "7 observe"),
        log);
    assertEquals(8, simulation.now());
    assertEquals(7, simulation.eventsFired());
  }

  @Test
  void whatIsScheduledAtThisInstantStillComesInItsPhase() {
    simulation.at(5, Phase.WORK, now -> {
      say(now, Phase.OBSERVE, "observe");
      say(now, Phase.CHANGE, "change, though work has begun");
      simulation.after(0, Phase.WORK, again -> log.add(again + " work"));
    });
    say(5, Phase.DECIDE, "decide");
    simulation.runUntil(5);
    assertEquals(
        List.of("5 change, though work has begun", "5 work", "5 decide", "5 observe"), log);
  }

  @Test
  void aRunIncludesItsEndAndGoesOnFromThere() {
    say(10, Phase.WORK, "at the end");
    say(11, Phase.WORK, "after it");
    simulation.runUntil(10);
    assertEquals(List.of("10 at the end"), log);
    say(10, Phase.WORK, "at the end again");
    simulation.runUntil(10);
    simulation.runUntil(20);
    assertEquals(List.of("10 at the end", "10 at the end again", "11 after it"), log);
    assertEquals(20, simulation.now());
  }

  @Test
  void aStopFromWithinLeavesTheRest() {
    simulation.at(3, Phase.WORK, now -> simulation.stop());
    say(4, Phase.WORK, "the rest");
    simulation.runUntil(10);
    assertEquals(3, simulation.now());
    simulation.runUntil(10);
    assertEquals(List.of("4 the rest"), log);
  }

  @Test
  void thePastIsClosed() {
    simulation.runUntil(10);
    Event event = new Named("event");
    assertThrows(IllegalArgumentException.class, () -> simulation.schedule(event, 9, Phase.WORK));
    assertThrows(IllegalArgumentException.class, () -> say(9, Phase.WORK, "past"));
    assertThrows(IllegalArgumentException.class, () -> simulation.runUntil(9));
    assertThrows(
        ArithmeticException.class,
        () -> simulation.after(Long.MAX_VALUE, Phase.WORK, now -> log.add("overflow")));
    assertFalse(event.isPending());
  }

  @Test
  void anEventIsScheduledOnceAtATimeAndUsedAgain() {
    Event event = new Named("again");
    simulation.schedule(event, 5, Phase.WORK);
    assertTrue(event.isPending());
    assertThrows(IllegalStateException.class, () -> simulation.schedule(event, 6, Phase.WORK));
    simulation.reschedule(event, 7, Phase.OBSERVE);
    assertEquals(7, event.timeNanos());
    simulation.runUntil(6);
    assertEquals(List.of(), log);
    simulation.runUntil(7);
    assertFalse(event.isPending());
    simulation.reschedule(event, 8, Phase.CHANGE);
    simulation.runUntil(8);
    simulation.schedule(event, 9, Phase.CHANGE);
    simulation.cancel(event);
    simulation.cancel(event);
    simulation.runUntil(9);
    assertEquals(List.of("7 again", "8 again"), log);
  }

  @Test
  void aHandleCancelsItsOwnActionAndNoOther() {
    long fired = say(1, Phase.WORK, "fired");
    simulation.runUntil(1);
    assertFalse(simulation.cancel(fired));
    long second = say(2, Phase.WORK, "second, in the slot of the first");
    assertFalse(simulation.cancel(fired));
    assertTrue(simulation.cancel(second));
    assertFalse(simulation.cancel(second));
    say(2, Phase.WORK, "third, in the slot of both");
    assertFalse(simulation.cancel(fired));
    assertFalse(simulation.cancel(second));
    assertFalse(simulation.cancel(-1));
    assertFalse(simulation.cancel(Long.MAX_VALUE));
    simulation.runUntil(2);
    assertEquals(List.of("1 fired", "2 third, in the slot of both"), log);
  }

  @Test
  void aHandleOfBeforeTheClosingCancelsNothing() {
    long before = say(5, Phase.WORK, "before");
    simulation.close();
    assertFalse(simulation.cancel(before));
    long after = say(5, Phase.WORK, "after");
    assertFalse(simulation.cancel(before));
    assertFalse(simulation.cancel(0));
    simulation.runUntil(5);
    assertFalse(simulation.cancel(after));
    assertEquals(List.of("5 after"), log);
  }

  @Test
  void anActionCannotCancelItselfButItsSuccessorCanBeCancelled() {
    long[] handles = new long[2];
    handles[0] = simulation.at(1, Phase.WORK, now -> {
      handles[1] = simulation.after(1, Phase.WORK, later -> log.add("successor"));
      log.add("own " + simulation.cancel(handles[0]));
      log.add("successor's " + simulation.cancel(handles[1]));
    });
    simulation.runUntil(5);
    assertEquals(List.of("own false", "successor's true"), log);
  }

  @Test
  void aFailingEventEndsTheRun() {
    Event event = new Named("broken") {
      @Override
      protected void fire(long nowNanos) {
        throw new IllegalStateException("no such instance");
      }
    };
    simulation.schedule(event, 42, Phase.WORK);
    say(43, Phase.WORK, "never");
    var failure = assertThrows(SimulationFailure.class, () -> simulation.runUntil(100));
    assertEquals(42, failure.timeNanos());
    assertEquals("broken", failure.event());
    assertEquals("no such instance", failure.getCause().getMessage());
    assertEquals(
        "event failed at 42 ns: broken: java.lang.IllegalStateException: no such instance",
        failure.getMessage());
    assertThrows(RuntimeException.class, () -> simulation.runUntil(100));
    assertEquals(List.of(), log);
  }

  @Test
  void anErrorReachesTheCallerToo() {
    var thrown = new AssertionError("deep");
    simulation.at(42, Phase.WORK, now -> {
      throw thrown;
    });
    var failure = assertThrows(SimulationFailure.class, () -> simulation.runUntil(100));
    assertSame(thrown, failure.getCause());
    assertTrue(failure.event().contains("SimulationTest"), failure.event());
  }

  @Test
  void anEventThatCannotEvenDescribeItselfIsNamedByItsClass() {
    Event event = new Named("broken") {
      @Override
      protected void fire(long nowNanos) {
        throw new IllegalStateException("first");
      }

      @Override
      public String toString() {
        throw new IllegalStateException("second");
      }
    };
    simulation.schedule(event, 1, Phase.WORK);
    var failure = assertThrows(SimulationFailure.class, () -> simulation.runUntil(1));
    assertEquals("first", failure.getCause().getMessage());
    assertEquals(event.getClass().getName(), failure.event());
  }

  @Test
  void aRunInsideARunIsRefused() {
    simulation.at(1, Phase.WORK, now -> simulation.runUntil(5));
    var failure = assertThrows(SimulationFailure.class, () -> simulation.runUntil(10));
    assertTrue(failure.getCause().getMessage().contains("running"), failure.getMessage());
  }

  @Test
  void phasesArePriorities() {
    assertEquals(
        List.of((short) 9, (short) 7, (short) 5, (short) 3),
        List.of(Phase.values()).stream().map(Phase::priority).toList());
    Event event = new Named("event");
    simulation.schedule(event, 1, Phase.DECIDE);
    assertEquals(5, event.getPriority());
    assertEquals(1L, event.getAbsoluteExecutionTime());
    assertSame(event, simulation.getEventList().first());
    assertTrue(simulation.getEventList().contains(event));
    assertTrue(simulation.cancelEvent(event));
    assertTrue(simulation.getEventList().isEmpty());
  }

  /** An event that says its name. */
  private class Named extends Event {
    private final String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    protected void fire(long nowNanos) {
      log.add(nowNanos + " " + name);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
