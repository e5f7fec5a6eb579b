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
    FLEET(121, "alarms", "alarm-sequences", "scaling", "others", "billing"),
    PLATFORM(66, "platform-resilience", "platform-metastable");

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
      return this == FLEET ? fleetDue() : numbers(IntStream.rangeClosed(39, 48), IntStream.of(63));
    }
  }

  /** Bill, scaling, alarms, checks. */
  private static List<String> fleetDue() {
    List<String> due = new ArrayList<>(numbers(
        IntStream.rangeClosed(1, 11),
        IntStream.rangeClosed(13, 16),
        IntStream.rangeClosed(30, 34),
        IntStream.rangeClosed(37, 40),
        IntStream.rangeClosed(49, 51),
        IntStream.rangeClosed(74, 78),
        IntStream.rangeClosed(82, 87),
        IntStream.rangeClosed(100, 112),
        IntStream.of(115, 119)));
    due.addAll(List.of("76a", "76b", "76c"));
    return due;
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
