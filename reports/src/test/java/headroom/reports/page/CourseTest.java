package headroom.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.reports.figure.Lane;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Points;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {

  private final Course course = Course.of(Sale.facts().shown()).orElseThrow();

  @Test
  void groupsAndCausesAreFoundByName() {
    assertEquals(List.of("web"), course.groups());
    assertEquals(List.of("power-loss-b", "capacity"), course.endings("downtime."));
    assertEquals(List.of("zone-a", "zone-b", "zone-c"), course.endings("groups.web.in-service."));
  }

  @Test
  void countsBecomeRates() {
    double count = course.values("requests.offered").orElseThrow().y(10);
    assertEquals(
        count / Sale.STEP, course.rate("requests.offered").orElseThrow().y(10), 1e-9);
  }

  @Test
  void anOutageLastsFromItsFailureToItsRepair() {
    Incidents incidents = Incidents.of(course);
    assertEquals(List.of(new Lane.Span(30 * 3600, 30.75 * 3600)), incidents.outageSpans());
    List<String> names = incidents.lanes().stream().map(Lane::name).toList();
    assertEquals("zone b down: power-loss-b", names.get(0));
    assertEquals("web stays down: retries", names.get(1));
    assertEquals("instance failures (2)", names.get(2));
    assertTrue(names.get(3).matches("launches \\(\\d+\\)"), names.get(3));
  }

  @Test
  void aPileHasItsLargestPartFirstAndGathersTheSmall() {
    List<Pile.Part> parts = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      parts.add(new Pile.Part("part " + i, Points.steps(0, 1, new double[] {i, i})));
    }
    parts.add(new Pile.Part("nothing", Points.steps(0, 1, new double[] {0, 0})));
    List<Layer> layers = Pile.of(parts, Layer.Shape.STACK);
    assertEquals(
        List.of("part 9", "part 8", "part 7", "part 6", "part 5", "4 others"),
        layers.stream().map(Layer::name).toList());
    assertEquals(10, layers.get(5).points().max());
  }
}
