package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which of the sheets' numbered vectors are tested, and that none of those due is missing. */
class EveryVectorTest {

  /** The sheets: each counts from 1. */
  private enum Sheet {
    FLEET(
        121,
        "alarms",
        "alarm-sequences",
        "scaling",
        "adjustments",
        "steps",
        "others",
        "billing",
        "bill-resources",
        "commitments"),
    PLATFORM(
        66,
        "platform-pods",
        "platform-dns",
        "platform-resilience",
        "platform-metastable",
        "platform-bill",
        "platform-failures");

    private final int last;
    private final List<String> tables;

    Sheet(int last, String... tables) {
      this.last = last;
      this.tables = List.of(tables);
    }

    private Set<String> tested() {
      Set<String> tested = new TreeSet<>();
      tables.stream()
          .flatMap(table -> Vectors.rows(table + ".csv").stream())
          .forEach(row -> tested.add(row.get(0)));
      return tested;
    }

    /** Numbers that the capabilities so far must answer for. */
    private List<String> due() {
      return this == FLEET ? fleetDue() : platformDue();
    }
  }

  /** Bill, scaling, alarms, checks. */
  private static List<String> fleetDue() {
    List<String> due = new ArrayList<>(numbers(
        IntStream.rangeClosed(1, 87),
        IntStream.rangeClosed(88, 99),
        IntStream.rangeClosed(100, 112),
        IntStream.rangeClosed(113, 121)));
    due.addAll(List.of("76a", "76b", "76c"));
    return due;
  }

  /** Resilience, bills and their export. */
  private static List<String> platformDue() {
    return numbers(
        IntStream.rangeClosed(1, 8),
        IntStream.rangeClosed(39, 55),
        IntStream.rangeClosed(58, 61),
        IntStream.rangeClosed(62, 64),
        IntStream.of(66));
  }

  private static List<String> numbers(IntStream... ranges) {
    return Stream.of(ranges).flatMap(IntStream::boxed).map(String::valueOf).toList();
  }

  @ParameterizedTest
  @EnumSource(Sheet.class)
  void everyVectorDueIsTested(Sheet sheet) {
    List<String> missing = new ArrayList<>(sheet.due());
    missing.removeAll(sheet.tested());
    assertEquals(List.of(), missing);
    List<String> later = new ArrayList<>(numbers(IntStream.rangeClosed(1, sheet.last)));
    later.removeAll(sheet.tested());
    System.out.println("Vectors of the " + sheet + " sheet for later: " + later);
  }
}
