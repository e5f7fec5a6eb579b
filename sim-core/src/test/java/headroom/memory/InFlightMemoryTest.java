package headroom.memory;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A request under way takes its own slot of memory, whether a thousand are there or a million. */
class InFlightMemoryTest {

  private static final int FEW = 1_000;
  private static final int MANY = 900_000;

  /** Request, attempt, their timers, and their places in lists and queues. */
  private static final int SLOT = 440;

  @Test
  void aRequestUnderWayTakesItsOwnSlot() throws IOException, InterruptedException {
    double few = used(FEW);
    double many = used(MANY);
    double each = (many - few) / (MANY - FEW);
    System.out.println("Bytes for each request under way: " + Math.round(each));
    assertTrue(each > 0 && each < SLOT, "used " + few + " B, then " + many + " B");
  }

  private static double used(int requests) throws IOException, InterruptedException {
    return Double.parseDouble(Child.run(InFlight.class, "600m", requests));
  }
}
