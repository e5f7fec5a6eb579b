package headroom.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.reports.figure.Lane.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {

  @Test
  void aUnionCoversEachMomentOnce() {
    List<Span> some = List.of(
        new Span(50, 60), new Span(10, 20), new Span(15, 30), new Span(12, 14), new Span(30, 31));
    assertEquals(List.of(new Span(10, 31), new Span(50, 60)), Span.union(some));
    assertEquals(List.of(), Span.union(List.of()));
  }
}
