package headroom.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.results.MetastableEpisode.Effect;
import headroom.results.MetastableRule.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Fleets that recover and fleets that don't, as series of ten-second readings. */
class MetastableWatchTest {

  private static final long SECOND = 1_000_000_000L;
  private static final int STEP = 10;
  private static final long SETTLE = 120;

  /** A fleet of one group, told second by second in rates. */
  private static final class Series implements Recorder {

    private final Metastability watch;
    private final List<String> log = new ArrayList<>();
    private long second;
    private double offered;
    private double answered;
    private double attempts;
    private double finished;
    private double wasted;
    private double lookups;
    private double hits;

    Series(Trigger... triggers) {
      watch = new Metastability(new MetastableRule(
          List.of(triggers),
          List.of(new MetastableRule.Watched("users", SETTLE * SECOND, List.of("web")))));
      read(100);
    }

    /** Goes on for so long with these rates per second, answered as a share of offered. */
    Series go(int seconds, double perSecond, double share, double amplification, double waste) {
      return go(seconds, 100, perSecond, share, amplification, waste, 0.9);
    }

    Series go(
        int seconds,
        double capacity,
        double perSecond,
        double share,
        double amplification,
        double waste,
        double hitShare) {
      for (int end = (int) second + seconds; second < end; ) {
        second += STEP;
        offered += STEP * perSecond;
        answered += STEP * perSecond * share;
        attempts += STEP * perSecond * amplification;
        finished += STEP * perSecond;
        wasted += STEP * perSecond * waste;
        lookups += STEP * perSecond;
        hits += STEP * perSecond * hitShare;
        read(capacity);
      }
      return this;
    }

    private void read(double capacity) {
      watch.observe(
          new LoadReading(
              second * SECOND,
              List.of(
                  new Accounts.Heard("users", (long) offered, (long) answered, (long) attempts)),
              Map.of("web", capacity),
              (long) finished,
              (long) wasted,
              0,
              0,
              (long) lookups,
              (long) hits),
          this);
    }

    Series struck(String failure) {
      watch.struck("groups.web", failure);
      return this;
    }

    List<MetastableEpisode> episodes() {
      watch.finish(second * SECOND);
      return watch.episodes();
    }

    @Override
    public Account account(String workload, String requestClass, double value) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void targetsSeen(long nowNanos, boolean healthy, String whyNot) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void happened(
        long nowNanos, EventLog.Kind kind, String subject, String what, String why) {
      log.add(nowNanos / SECOND + " " + kind + " " + what + " (" + why + ")");
    }
  }

  private static Trigger trigger(String name, long from, long to) {
    return new Trigger(name, from * SECOND, to * SECOND, List.of("web"));
  }

  private static MetastableEpisode episode(long from, long to, String trigger, Effect effect) {
    return new MetastableEpisode("users", from * SECOND, to * SECOND, trigger, effect);
  }

  /** A stall from 600 to 660 s; retries keep the fleet down until the load goes away at 1800 s. */
  @Test
  void retriesThatKeepAFleetDownAreFound() {
    Series series = new Series(trigger("stall", 600, 660))
        .go(600, 60, 1, 1, 0)
        .go(60, 60, 0, 2, 0)
        .go(1140, 60, 0.3, 2.6, 0.5)
        .go(600, 20, 1, 1, 0);
    // Recovery is dated to the beginning of the first minute that answers 90 %: one that answers
    // 100 % of 20/s from 1800 s on.
    assertEquals(List.of(episode(660, 1800, "stall", Effect.RETRIES)), series.episodes());
    assertEquals(
        List.of(
            "840 METASTABLE stays down without its trigger, for 180 s so far: 30 % answered, kept"
                + " there by retries (stall)",
            "1860 RECOVERY is answered again ()"),
        series.log);
  }

  @Test
  void aFleetThatRecoversWithinItsTimeIsNot() {
    Series series = new Series(trigger("stall", 600, 660))
        .go(600, 60, 1, 1, 0)
        .go(60, 60, 0, 2, 0)
        .go((int) SETTLE - 10, 60, 0.3, 2.6, 0.5)
        .go(600, 60, 1.1, 1, 0);
    assertEquals(List.of(), series.episodes());
  }

  /** The first minute that could be called stuck ends with twenty seconds of answers. */
  @Test
  void aFleetThatIsJustRecoveringIsNot() {
    Series series = new Series(trigger("stall", 600, 660))
        .go(600, 60, 1, 1, 0)
        .go(60, 60, 0, 2, 0)
        .go((int) SETTLE + 40, 60, 0.3, 2.6, 0.5)
        .go(600, 60, 1.1, 1, 0);
    assertEquals(List.of(), series.episodes());
  }

  @Test
  void aFleetThatIsTooSmallForItsLoadIsOverloadedAndNoMore() {
    Series series =
        new Series().go(600, 60, 1, 1, 0).go(3600, 140, 0.6, 2.2, 0.4).go(600, 60, 1, 1, 0);
    assertEquals(List.of(), series.episodes());
  }

  /** The load is back at 900 s, which a minute's window shows by 960 s. */
  @Test
  void aLoadSpikeIsATriggerOfItsOwn() {
    Series series =
        new Series().go(600, 60, 1, 1, 0).go(300, 140, 0.6, 2.2, 0.4).go(900, 60, 0.2, 2.8, 0.6);
    assertEquals(List.of(episode(950, 1800, "load", Effect.RETRIES)), series.episodes());
  }

  @Test
  void lostCapacityIsNoMetastability() {
    Series series = new Series(trigger("zone-b", 600, 610))
        .go(600, 60, 1, 1, 0)
        .go(1200, 40, 60, 0.6, 2.2, 0.4, 0.9)
        .go(600, 60, 1, 1, 0);
    assertEquals(List.of(), series.episodes());
  }

  /** From 600 to 1200 s half the capacity is missing; the fleet stays down when it is back. */
  @Test
  void theTriggerIsOverWhenTheCapacityIsBack() {
    Series series = new Series(trigger("zone-b", 600, 610))
        .go(600, 60, 1, 1, 0)
        .go(600, 40, 60, 0.6, 2.2, 0.4, 0.9)
        .go(900, 60, 0.2, 2.8, 0.6);
    assertEquals(List.of(episode(1260, 2100, "zone-b", Effect.RETRIES)), series.episodes());
  }

  @Test
  void anEmptyCacheComesBeforeTheRetriesItCauses() {
    Series series =
        new Series().go(600, 60, 1, 1, 0).struck("flush").go(1200, 100, 60, 0.2, 2.8, 0.6, 0.1);
    assertEquals(List.of(episode(610, 1800, "flush", Effect.COLD_CACHE)), series.episodes());
  }

  @Test
  void workForNobodyKeepsAFleetDownWithoutRetries() {
    Series series = new Series(trigger("stall", 600, 660))
        .go(600, 60, 1, 1, 0)
        .go(60, 60, 0, 1, 0)
        .go(900, 60, 0.05, 1, 0.95);
    assertEquals(List.of(episode(660, 1560, "stall", Effect.ABANDONED_WORK)), series.episodes());
  }

  @Test
  void withoutAnythingThatKeepsItDownItIsNotCalledMetastable() {
    Series series =
        new Series(trigger("stall", 600, 660)).go(600, 60, 1, 1, 0).go(1200, 60, 0.5, 1, 0);
    assertEquals(List.of(), series.episodes());
  }

  @Test
  void aFleetThatFallsOverByItselfHasNoTrigger() {
    Series series = new Series().go(1200, 60, 1, 1, 0).go(600, 60, 0.2, 2.8, 0.5);
    assertEquals(List.of(episode(1210, 1800, "none", Effect.RETRIES)), series.episodes());
  }

  /** Disturbed again at 1500 s: the first stretch ends there, the next begins when that is over. */
  @Test
  void anotherFailureEndsAnEpisode() {
    Series series = new Series(trigger("stall", 600, 660), trigger("zone-b", 1500, 1600))
        .go(600, 60, 1, 1, 0)
        .go(1800, 60, 0.2, 2.8, 0.5);
    assertEquals(
        List.of(
            episode(660, 1500, "stall", Effect.RETRIES),
            episode(1600, 2400, "zone-b", Effect.RETRIES)),
        series.episodes());
  }

  @Test
  void fewRequestsProveNothing() {
    Series series =
        new Series(trigger("stall", 600, 660)).go(600, 0.3, 1, 1, 0).go(3000, 0.3, 0, 2, 0.5);
    assertEquals(List.of(), series.episodes());
  }

  @Test
  void aFailureOfOtherGroupsIsNoTrigger() {
    Trigger elsewhere = new Trigger("stall", 1190 * SECOND, 1200 * SECOND, List.of("warehouse"));
    Series series = new Series(elsewhere).go(1200, 60, 1, 1, 0).go(600, 60, 0.2, 2.8, 0.5);
    assertEquals(List.of(episode(1210, 1800, "none", Effect.RETRIES)), series.episodes());
  }

  @Test
  void figuresAreOfAllEpisodes() {
    Series series =
        new Series(trigger("stall", 600, 660)).go(600, 60, 1, 1, 0).go(1200, 60, 0.2, 2.8, 0.5);
    series.episodes();
    TreeMap<Metric, Double> figures = new TreeMap<>();
    series.watch.report(figures);
    assertEquals("{metastable.episodes=1.0, metastable.seconds=1140.0}", figures.toString());
  }
}
