package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Platform sheet #63 on the backlog itself, by the sheet's own arrivals: fresh ones times 1 + R
 * while whoever comes would wait longer than the timeout. There a retry is made the moment it is
 * clear that there will be one; in a run it is made when the timeout is over, see StallTest.
 */
class FluidQueueTest {

  private static final double CAPACITY = 100;
  private static final double TIMEOUT = 1;
  private static final double STALL = 10;
  private static final double STEP = 0.001;

  private static final FluidQueue.Fate NOBODY = new FluidQueue.Fate() {
    @Override
    public void serves(double mass, double arrived, double begun) {}

    @Override
    public void begins(int slot, double mass, double age, double arrived, double begun) {}

    @Override
    public void expires(int slot, double mass, double age, double arrived) {}

    @Override
    public double patience(int slot) {
      return TIMEOUT;
    }

    @Override
    public void lost(int slot, double mass, double age, double arrived) {}
  };

  @ParameterizedTest(name = "{0}/s, times {1} while late: empty at {2} s")
  @CsvSource({"80, 1, 50", "80, 4, -1", "20, 4, 46.25", "80, 1.1, 80"})
  void emptyAt(double fresh, double amplified, double wanted) {
    FluidQueue queue = new FluidQueue();
    double emptied = -1;
    for (int i = 0; i < 200_000 && emptied < 0; i++) {
      double at = i * STEP;
      boolean late = at < STALL || queue.content() / CAPACITY > TIMEOUT;
      double mass = fresh * (late ? amplified : 1) * STEP;
      queue.add(new Cohort(at, at + STEP, mass, new double[] {mass}, new double[1]));
      queue.serve(at < STALL ? 0 : CAPACITY * STEP, at, at + STEP, NOBODY);
      emptied = at > STALL && queue.content() < CAPACITY * STEP ? at : -1;
    }
    assertEquals(wanted, emptied, 0.05);
  }
}
