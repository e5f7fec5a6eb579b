package headroom.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class StreamTest {

  /** These values never change: every result of every scenario hangs on them. */
  @ParameterizedTest
  @CsvFileSource(resources = "streams.csv")
  void valuesArePinned(long seed, String owner, String purpose, long k, String bits, String at) {
    Stream stream = new Chance(seed).of(owner, purpose);
    assertEquals(bits, Long.toHexString(stream.bits(k)));
    assertEquals(Double.parseDouble(at), stream.at(k));
  }

  @Test
  void subStreamsAndPairsArePinned() {
    Stream stream = new Chance(7).of("shoppers", "service-demand");
    assertEquals("8d8bad48ff74b988", Long.toHexString(stream.bits(3, 2)));
    assertEquals("c9217fff7f844613", Long.toHexString(stream.of(3).bits(2)));
    assertEquals("e7349626551e24c6", Long.toHexString(stream.of("retry").bits(2)));
  }

  @Test
  void uniformsAreOddMultiplesInsideTheOpenInterval() {
    Stream stream = new Chance(1).of("any", "any");
    for (long k = 0; k < 100_000; k++) {
      double u = stream.at(k);
      double units = u * 0x1p53;
      assertTrue(u > 0 && u < 1 && units % 2 == 1, () -> "u = " + u);
      assertEquals(units, (1 - (1 - u)) * 0x1p53, "1 - u is exact");
    }
  }

  @Test
  void namesAreKeptApart() {
    Chance chance = new Chance(1);
    List<Stream> streams = List.of(
        chance.of("ab", "c"),
        chance.of("a", "bc"),
        chance.of("abc", ""),
        chance.of("", "abc"),
        chance.of("c", "ab"),
        chance.of("ab", "c\0"),
        chance.of("ab\0\0\0", "c"),
        chance.of("ab", "c").of(0),
        chance.of("ab", "c").of(1),
        chance.of("ab", "c").of(""),
        chance.of("ab", "c").of("1"),
        chance.of("ab", "c").of(0).of(0),
        chance.of("Aa", "c"),
        chance.of("BB", "c"),
        new Chance(2).of("ab", "c"),
        new Chance(-1).of("ab", "c"));
    Set<Long> firstValues = new HashSet<>();
    streams.forEach(stream -> firstValues.add(stream.bits(0)));
    assertEquals(streams.size(), firstValues.size());
  }

  @Test
  void pairsAreKeptApartFromEachOtherAndFromSingles() {
    Stream stream = new Chance(1).of("ab", "c");
    Set<Long> values = new HashSet<>();
    for (long k = -100; k < 100; k++) {
      values.add(stream.bits(k));
      for (long j = -5; j < 5; j++) {
        values.add(stream.bits(k, j));
      }
    }
    assertEquals(200 * 11, values.size());
    assertNotEquals(stream.at(1, 2), stream.at(2, 1));
  }

  @Test
  void aStreamIsAValue() {
    assertEquals(new Chance(5).of("web", "boot"), new Chance(5).of("web", "boot"));
    assertEquals(
        new Chance(5).of("web", "boot").of(3), new Chance(5).of("web", "boot").of(3));
  }

  /** The antithetic luck of a seed is 1 - u to the last bit, in every stream of it. */
  @Test
  void mirroredLuckIsTheOtherSideOfEveryUniform() {
    Stream luck = new Chance(7).of("web", "lifetime");
    Stream mirror = new Chance(7, true).of("web", "lifetime");
    for (long k = 0; k < 1000; k++) {
      assertEquals(1 - luck.at(k), mirror.at(k));
      assertEquals(1 - luck.at(k, 3), mirror.at(k, 3));
      assertEquals(1 - luck.of(k).of("boot").at(k), mirror.of(k).of("boot").at(k));
      assertEquals(luck.bits(k), mirror.bits(k));
    }
  }
}
