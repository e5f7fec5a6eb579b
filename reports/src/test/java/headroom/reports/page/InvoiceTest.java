package headroom.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.reports.figure.Table;
import headroom.reports.page.RunFacts.Costs.Line;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An invoice that a person can read adds up, however many prices there were. */
class InvoiceTest {

  private static Line line(int number, double amount) {
    return new Line("compute", "EC2", "groups.web", "spot " + number, number + " Hours", amount);
  }

  private static Table table(List<Line> lines) {
    return Invoice.table(lines);
  }

  @Test
  void fewLinesStandInTheirOrderWithTheirSum() {
    Table table = table(List.of(line(1, 0.10), line(2, 0.25)));
    assertEquals(4, table.rows().size());
    assertEquals(
        List.of("EC2", "spot 1", "groups.web", "1 Hour", "0.10"), table.rows().get(0));
    assertEquals(
        List.of("EC2", "spot 2", "groups.web", "2 Hours", "0.25"), table.rows().get(1));
    assertEquals(List.of("EC2", "Subtotal", "", "", "0.35"), table.rows().get(2));
    assertEquals(List.of("Total", "", "", "", "0.35"), table.rows().get(3));
  }

  @Test
  void ofManyLinesTheSmallestAreTogether() {
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      lines.add(line(i, i));
    }
    Table table = table(lines);
    assertEquals(43, table.rows().size());
    assertEquals("spot 61", table.rows().get(0).get(1));
    assertEquals("spot 100", table.rows().get(39).get(1));
    assertEquals(
        List.of("EC2", "60 more lines, each of at most 60.00 USD", "", "", "1,830.00"),
        table.rows().get(40));
    assertEquals("5,050.00", table.rows().get(41).get(4));
    assertTrue(table.caption().contains("line by line"));
  }
}
