package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import headroom.policy.alarm.Alarm;
import headroom.policy.alarm.AlarmState;
import headroom.policy.alarm.Comparison;
import headroom.policy.alarm.MissingData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vectors #100 to #112: when an alarm is in alarm, with and without missing points. */
class AlarmVectorsTest {

  private static final List<MissingData> TREATMENTS = List.of(
      MissingData.MISSING, MissingData.IGNORE, MissingData.BREACHING, MissingData.NOT_BREACHING);

  private static double[] points(String text) {
    return text.chars()
        .mapToDouble(c -> c == 'X' ? 2 : c == '0' ? 0 : Double.NaN)
        .toArray();
  }

  private static Alarm alarm(List<String> row, MissingData missing) {
    return new Alarm(
        Comparison.ABOVE, 1, Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2)), missing);
  }

  private static AlarmState expected(String word, AlarmState kept) {
    return switch (word) {
      case "KEEP" -> kept;
      case "INSUFFICIENT" -> AlarmState.INSUFFICIENT_DATA;
      default -> AlarmState.valueOf(word);
    };
  }

  @Test
  void missingPointsAreTreatedAsTheTableSays() {
    for (List<String> row : Vectors.rows("alarms.csv")) {
      for (int column = 0; column < TREATMENTS.size(); column++) {
        for (AlarmState before : AlarmState.values()) {
          assertEquals(
              expected(row.get(4 + column), before),
              alarm(row, TREATMENTS.get(column)).decide(points(row.get(3)), before),
              "#" + row.get(0) + " " + TREATMENTS.get(column) + " from " + before);
        }
      }
    }
  }

  @Test
  void sequencesGoThroughTheStatesTheTableSays() {
    for (List<String> row : Vectors.rows("alarm-sequences.csv")) {
      Alarm alarm = alarm(row, MissingData.MISSING);
      AlarmState state = AlarmState.INSUFFICIENT_DATA;
      List<String> states = new ArrayList<>();
      for (int end = 3; end <= row.get(3).length(); end++) {
        state = alarm.decide(points(row.get(3).substring(0, end)), state);
        states.add(state.name());
      }
      assertEquals(row.get(4), String.join(" ", states), "#" + row.get(0));
    }
  }

  /** The table can fail: with the treatments exchanged, rows turn red. */
  @Test
  void exchangedTreatmentsTurnRowsRed() {
    List<String> row = Vectors.rows("alarms.csv").get(4);
    assertNotEquals(
        alarm(row, MissingData.MISSING).decide(points(row.get(3)), AlarmState.OK),
        alarm(row, MissingData.NOT_BREACHING).decide(points(row.get(3)), AlarmState.OK));
  }
}
