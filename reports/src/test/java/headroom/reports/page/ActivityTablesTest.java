package headroom.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.reports.figure.Table;
import headroom.results.EventLog.Entry;
import headroom.results.EventLog.Kind;
import headroom.results.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log of activities in a report: each with its cause, and no more than fit a page. */
class ActivityTablesTest {

  @Test
  void everyActivityHasItsCause() {
    Run run = Sale.facts().shown();
    List<Entry> scaled = run.events().orElseThrow().events().stream()
        .filter(event -> event.kind() == Kind.SCALE_OUT || event.kind() == Kind.SCALE_IN)
        .toList();
    Block.Listing block = (Block.Listing) ActivityTables.of(run).orElseThrow();
    Table table = block.table();
    assertEquals(Math.min(25, scaled.size()), table.rows().size());
    List<String> first = table.rows().get(0);
    assertTrue(first.get(0).matches(".*\\d\\d:\\d\\d:\\d\\d"), first.get(0));
    assertEquals(List.of("web", scaled.get(0).what(), scaled.get(0).why()), first.subList(1, 4));
  }
}
