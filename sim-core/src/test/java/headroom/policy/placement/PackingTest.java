package headroom.policy.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.random.Chance;
import headroom.random.Stream;
import headroom.supply.Resources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules of packing against the fewest hosts that there could be, found by trying all. */
class PackingTest {

  private static final int WHOLE = 10;
  private static final int SEEDS = 300;

  private static final class Box implements Packing.Bin {
    private Resources free = new Resources(WHOLE, 4 * WHOLE);
    private int held;

    @Override
    public Resources free() {
      return free;
    }

    @Override
    public Resources whole() {
      return new Resources(WHOLE, 4 * WHOLE);
    }

    @Override
    public int held() {
      return held;
    }
  }

  /** Six of 4, then four of 6 in ten: first fit opens seven where five would do. */
  @ParameterizedTest
  @CsvSource({"FIRST_FIT, 7", "BEST_FIT, 7", "WORST_FIT, 10", "SPREAD, 10"})
  void theOrderMatters(Packing packing, int used) {
    int[] things = {4, 4, 4, 4, 4, 4, 6, 6, 6, 6};
    assertEquals(used, used(packing, things));
    assertEquals(5, fewest(things));
  }

  /**
   * First and best fit need at most 1.7 times the fewest (Dósa and Sgall, 2013 and 2014); what opens
   * a host for each never needs more hosts than there are things.
   */
  @ParameterizedTest
  @EnumSource(Packing.class)
  void noRuleIsWorseThanItsBound(Packing packing) {
    boolean packs = packing == Packing.FIRST_FIT || packing == Packing.BEST_FIT;
    for (int seed = 1; seed <= SEEDS; seed++) {
      int[] things = things(seed);
      int used = used(packing, things);
      int fewest = fewest(things);
      assertTrue(used >= fewest, packing + " packs better than can be, seed " + seed);
      assertTrue(
          used <= (packs ? (int) (1.7 * fewest) : things.length),
          packing + " needs " + used + " for " + fewest + ", seed " + seed);
    }
  }

  /** Whatever the rule, no host holds more than it has, and everything is somewhere or refused. */
  @Test
  void nothingIsLostAndNoHostIsTooFull() {
    for (Packing packing : Packing.values()) {
      for (int seed = 1; seed <= SEEDS; seed++) {
        int[] things = things(seed);
        List<Box> boxes = List.of(new Box(), new Box(), new Box());
        int placed = 0;
        int refused = 0;
        for (int thing : things) {
          if (place(packing, boxes, thing)) {
            placed += thing;
          } else {
            refused += thing;
            assertTrue(boxes.stream().allMatch(box -> box.free.vcpus() < thing));
          }
        }
        double held =
            boxes.stream().mapToDouble(box -> WHOLE - box.free.vcpus()).sum();
        assertEquals(placed, held, 1e-9);
        assertEquals(Arrays.stream(things).sum(), placed + refused);
        assertTrue(boxes.stream().allMatch(box -> box.free.vcpus() >= 0));
      }
    }
  }

  private static int[] things(int seed) {
    Stream luck = new Chance(seed).of("things", "size");
    int[] things = new int[9];
    for (int i = 0; i < things.length; i++) {
      things[i] = 1 + (int) (luck.at(i) * 7);
    }
    return things;
  }

  private static int used(Packing packing, int... things) {
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < things.length; i++) {
      boxes.add(new Box());
    }
    for (int thing : things) {
      assertTrue(place(packing, boxes, thing));
    }
    return (int) boxes.stream().filter(box -> box.held > 0).count();
  }

  private static boolean place(Packing packing, List<Box> boxes, int thing) {
    Resources need = new Resources(thing, thing);
    int chosen = packing.choose(boxes, need);
    if (chosen < 0) {
      return false;
    }
    Box box = boxes.get(chosen);
    box.free = box.free.minus(need);
    box.held++;
    return true;
  }

  /** By trying every way to fill as many hosts, from one on. */
  private static int fewest(int... things) {
    int[] sorted = things.clone();
    Arrays.sort(sorted);
    int hosts = 1;
    while (!fits(sorted, sorted.length - 1, new int[hosts])) {
      hosts++;
    }
    return hosts;
  }

  private static boolean fits(int[] things, int last, int[] filled) {
    if (last < 0) {
      return true;
    }
    for (int host = 0; host < filled.length; host++) {
      if (filled[host] + things[last] <= WHOLE) {
        filled[host] += things[last];
        if (fits(things, last - 1, filled)) {
          return true;
        }
        filled[host] -= things[last];
      }
      if (filled[host] == 0) {
        return false;
      }
    }
    return false;
  }
}
