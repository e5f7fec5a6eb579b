package headroom.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names beside points are not written over each other. */
class NamePlacesTest {

  @Test
  void namesOfOnePointStandApart() {
    NamePlaces places = new NamePlaces();
    List<Rectangle2D> boxes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      NamePlaces.Place place = places.find(0.5, 0.5, 0.3, 0.05);
      Rectangle2D box = new Rectangle2D.Double(
          place.right() ? 0.5 : 0.2, place.bottom() + 1e-6, 0.3 - 1e-6, 0.05 - 2e-6);
      boxes.forEach(other -> assertFalse(other.intersects(box)));
      boxes.add(box);
    }
  }

  @Test
  void aNameAtTheRightEdgeGoesToTheLeft() {
    assertEquals(new NamePlaces.Place(false, 0.5), new NamePlaces().find(0.9, 0.5, 0.3, 0.05));
  }

  @Test
  void aNameAtTheBottomStaysInside() {
    NamePlaces places = new NamePlaces();
    places.find(0, 0, 0.3, 0.05);
    assertEquals(0.05, places.find(0, 0, 0.3, 0.05).bottom());
  }

  @Test
  void noNameIsWrittenOverAnotherPoint() {
    NamePlaces places = new NamePlaces();
    places.keepFree(0.2, 0.5, 0.02, 0.02);
    places.keepFree(0.4, 0.51, 0.02, 0.02);
    assertEquals(new NamePlaces.Place(true, 0.45), places.find(0.2, 0.5, 0.3, 0.05));
    assertEquals(new NamePlaces.Place(true, 0.51), places.find(0.4, 0.51, 0.3, 0.05));
  }
}
