package headroom.random;

import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** All tests of randomness on streams that differ as little as a scenario's do. */
class StreamBatteryTest {

  private static final int N = 100_000;

  private final JointJudgement judgement = new JointJudgement();

  @Test
  void noTestTellsItFromChance() {
    for (int seed = 1; seed <= 3; seed++) {
      Stream stream = new Chance(seed).of("shoppers", "service-demand");
      withinOne("seed " + seed, stream::bits);
      withinOne("attempts, seed " + seed, k -> stream.bits(k >>> 2, k & 3));
      withinOne("ordinals, seed " + seed, k -> stream.of(k).bits(0));
      acrossStreams(seed);
    }
    withinOne("seeds", seed -> new Chance(seed).of("web", "lifetime").bits(0));
    withinOne("names", k -> new Chance(1).of("web-" + k, "lifetime").bits(0));
    withinOne("purposes", k -> new Chance(1).of("web", "failure " + k).bits(0));
    judgement.assertAllPass(300);
  }

  private void withinOne(String name, LongUnaryOperator bits) {
    note(name, "uniformity of 256", Battery.uniformity(bits, N, 8));
    note(name, "uniformity of 4096", Battery.uniformity(bits, N, 12));
    note(name, "low bits", Battery.uniformity(k -> Long.reverse(bits.applyAsLong(k)), N, 8));
    note(name, "pairs", Battery.pairs(bits, N, 1));
    note(name, "triples' ends", Battery.pairs(bits, N, 2));
    for (int lag = 1; lag <= 8; lag++) {
      int shift = lag;
      LongUnaryOperator later = k -> bits.applyAsLong(k + shift);
      note(name, "serial correlation at " + lag, Battery.correlation(bits, later, N));
    }
    note(name, "runs", Battery.runs(bits, N));
    note(name, "bit balance", Battery.bitBalance(bits, N / 4));
    note(name, "avalanche", Battery.avalanche(bits, 300));
    note(name, "birthdays", Battery.birthdaySpacings(bits, 100, 512, 24, 0));
    note(name, "birthdays in low bits", Battery.birthdaySpacings(bits, 100, 512, 24, 40));
    note(name, "collisions", Battery.collisions(bits, N, 30, 0));
    note(name, "collisions in low bits", Battery.collisions(bits, N, 30, 34));
  }

  private void acrossStreams(int seed) {
    Chance chance = new Chance(seed);
    Stream stream = chance.of("web", "lifetime");
    correlate(seed, stream, "next seed", new Chance(seed + 1).of("web", "lifetime"));
    correlate(seed, stream, "other owner", chance.of("wec", "lifetime"));
    correlate(seed, stream, "other purpose", chance.of("web", "boot"));
    correlate(seed, stream, "names swapped", chance.of("lifetime", "web"));
    correlate(seed, stream.of(1), "next ordinal", stream.of(2));
    correlate(seed, stream, "own sub-stream", stream.of(0));
    LongUnaryOperator first = k -> stream.bits(k, 1);
    LongUnaryOperator second = k -> stream.bits(k, 2);
    note("seed " + seed, "next attempt", Battery.correlation(first, second, N));
    note("seed " + seed, "attempt and single", Battery.correlation(stream::bits, first, N));
  }

  private void correlate(int seed, Stream one, String name, Stream other) {
    String subject = name + ", seed " + seed;
    note(subject, "correlation", Battery.correlation(one::bits, other::bits, N));
    note(subject, "later", Battery.correlation(one::bits, k -> other.bits(k + 1), N));
    LongUnaryOperator difference = k -> one.bits(k) ^ other.bits(k);
    note(subject, "bit balance of differences", Battery.bitBalance(difference, N / 4));
    LongUnaryOperator interleaved = k -> (k & 1) == 0 ? one.bits(k >> 1) : other.bits(k >> 1);
    note(subject, "pairs", Battery.pairs(interleaved, N, 1));
  }

  private void note(String subject, String test, double p) {
    judgement.note(subject + ": " + test, p);
  }
}
