package headroom.policy.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many shards there are, and how much two of them share. */
class ShuffleShardingTest {

  /** 28 and 730,862,190,080 as published (platform sheet §7.5, [R13]). */
  @ParameterizedTest(name = "{1} of {0}: {2}")
  @CsvSource({"8, 2, 28", "2048, 4, 730862190080", "5, 5, 1", "20, 4, 4845"})
  void shardsAreCombinations(int workers, int perCustomer, double shards) {
    assertEquals(shards, new ShuffleSharding(workers, perCustomer).shards());
  }

  @Test
  void whatTwoShareAddsUpToOne() {
    ShuffleSharding sharding = new ShuffleSharding(100, 7);
    double sum = IntStream.rangeClosed(0, 7).mapToDouble(sharding::overlap).sum();
    assertEquals(1, sum, 1e-12);
  }

  @Test
  void twoThatHaveAllShareAll() {
    assertEquals(1, new ShuffleSharding(5, 5).overlap(5));
    assertEquals(0, new ShuffleSharding(5, 5).overlap(4));
    assertEquals(0, new ShuffleSharding(5, 4).overlap(2), "4 and 4 of 5 share at least 3");
  }
}
