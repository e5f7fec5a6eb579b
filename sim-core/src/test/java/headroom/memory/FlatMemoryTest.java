package headroom.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The memory of a run does not grow with the number of its requests. */
class FlatMemoryTest {

  @Test
  void fourMillionRequestsFitIntoFortyMegabytes() throws IOException, InterruptedException {
    assertEquals("offered 4000000 or so", Child.run(LongRun.class, "40m", 4));
  }

  @Tag("exhaustive")
  @Test
  void aHundredMillionRequestsFitIntoAQuarterGigabyte() throws IOException, InterruptedException {
    assertEquals("offered 100000000 or so", Child.run(LongRun.class, "256m", 100));
  }
}
