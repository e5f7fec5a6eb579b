package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which of the sheet's numbered vectors are tested, and that none of those due is missing. */
class EveryVectorTest {

  private static final int LAST = 121;

  /** Numbers that the capabilities so far must answer for: bill, scaling, alarms, checks. */
  private static List<String> due() {
    List<String> due = new ArrayList<>();
    Stream.of(
            IntStream.rangeClosed(1, 11),
            IntStream.rangeClosed(30, 34),
            IntStream.rangeClosed(37, 40),
            IntStream.rangeClosed(74, 78),
            IntStream.of(85),
            IntStream.rangeClosed(100, 112),
            IntStream.of(115, 119))
        .flatMap(IntStream::boxed)
        .forEach(number -> due.add(String.valueOf(number)));
    due.addAll(List.of("76a", "76b", "76c"));
    return due;
  }

  private static Set<String> tested() {
    Set<String> tested = new TreeSet<>();
    Stream.of("alarms.csv", "alarm-sequences.csv", "scaling.csv", "others.csv", "billing.csv")
        .flatMap(table -> Vectors.rows(table).stream())
        .forEach(row -> tested.add(row.get(0)));
    return tested;
  }

  @Test
  void everyVectorDueIsTested() {
    List<String> missing = new ArrayList<>(due());
    missing.removeAll(tested());
    assertEquals(List.of(), missing);
    List<Integer> later = IntStream.rangeClosed(1, LAST)
        .boxed()
        .filter(n -> !tested().contains("" + n))
        .toList();
    System.out.println("Vectors for later: " + later);
  }
}
