package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.alarm.Comparison;
import headroom.policy.scaling.Adjustment;
import headroom.policy.scaling.AdjustmentType;
import headroom.policy.scaling.Breach;
import headroom.policy.scaling.GroupView;
import headroom.policy.scaling.SimpleScaling;
import headroom.policy.scaling.Step;
import headroom.policy.scaling.StepScaling;
import headroom.policy.scaling.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Vectors #58 to #66 and #68 to #73: simple and step scaling, and several policies at once. */
class StepVectorsTest {

  private static final AdjustmentType PERCENT = AdjustmentType.PERCENT_CHANGE_IN_CAPACITY;

  /** One row of the table of adjustments. */
  private record Row(
      String number, Adjustment adjustment, int capacity, int min, int max, int then) {

    static Row of(List<String> cells) {
      AdjustmentType type = AdjustmentType.valueOf(cells.get(1));
      double amount = Double.parseDouble(cells.get(2)) / (type == PERCENT ? 100 : 1);
      return new Row(
          cells.get(0),
          new Adjustment(type, amount, Integer.parseInt(cells.get(3))),
          Integer.parseInt(cells.get(4)),
          Integer.parseInt(cells.get(5)),
          Integer.parseInt(cells.get(6)),
          Integer.parseInt(cells.get(7)));
    }

    SimpleScaling simple() {
      return new SimpleScaling(
          "a", adjustment.type(), adjustment.amount(), adjustment.minMagnitude(), Optional.empty());
    }
  }

  private static List<Row> adjustments() {
    return Vectors.rows("adjustments.csv").stream().map(Row::of).toList();
  }

  @Test
  void adjustmentsRoundAsTheTableSays() {
    for (Row row : adjustments()) {
      GroupView group = new GroupView(row.capacity(), row.capacity(), row.min(), row.max());
      assertEquals(
          row.then(), row.simple().desired(group, new Breach(true, 50, 75)), "#" + row.number());
    }
  }

  @Test
  void theFleetRoundsAsTheTableSays() {
    for (Row row : adjustments()) {
      ScenarioBuilder scenario = Alarmed.group(row.capacity(), 75)
          .size(row.min(), row.max())
          .desired(row.capacity())
          .alarm(Alarmed.alarm(Comparison.ABOVE))
          .scaling(row.simple());
      assertEquals(
          "desired from " + row.capacity() + " to " + row.then(),
          Alarmed.changes(Engine.show(scenario.build(), 1)).get(0),
          "#" + row.number());
    }
  }

  private static Step step(double lower, double upper, double adjustment) {
    return new Step(
        Double.isInfinite(lower) ? OptionalDouble.empty() : OptionalDouble.of(lower),
        Double.isInfinite(upper) ? OptionalDouble.empty() : OptionalDouble.of(upper),
        adjustment);
  }

  private static StepScaling policy(boolean above) {
    double no = Double.POSITIVE_INFINITY;
    List<Step> steps = above
        ? List.of(step(0, 10, 0), step(10, 20, 0.1), step(20, no, 0.3))
        : List.of(step(-10, 0, 0), step(-20, -10, -0.1), step(-no, -20, -0.3));
    return new StepScaling("a", PERCENT, steps, 1, Optional.empty());
  }

  private static int then(List<String> row) {
    return 10 + Integer.parseInt(row.get(3)) / 10;
  }

  @Test
  void stepsHoldTheirBoundsOnTheSideOfTheThreshold() {
    for (List<String> row : Vectors.rows("steps.csv")) {
      boolean above = row.get(1).equals("above");
      Breach breach = new Breach(above, 50, Double.parseDouble(row.get(2)));
      assertEquals(
          then(row), policy(above).desired(new GroupView(10, 10, 0, 100), breach), row.toString());
    }
  }

  /** Ten instances make a tenth of a request per target and minute a whole one for all. */
  @Test
  void theFleetTakesTheStepThatTheTableSays() {
    for (List<String> row : Vectors.rows("steps.csv")) {
      boolean above = row.get(1).equals("above");
      ScenarioBuilder scenario = Alarmed.group(10, Double.parseDouble(row.get(2)))
          .alarm(Alarmed.alarm(above ? Comparison.ABOVE : Comparison.BELOW))
          .scaling(policy(above));
      String change = "desired from 10 to " + then(row);
      assertEquals(
          then(row) == 10 ? List.of() : List.of(change),
          Alarmed.changes(Engine.show(scenario.build(), 1)).stream().limit(1).toList(),
          row.toString());
    }
  }

  /** The table can fail: with the bounds of the other side, edges of both vectors turn red. */
  @Test
  void boundsOfTheOtherSideTurnRowsRed() {
    GroupView group = new GroupView(10, 10, 0, 100);
    assertNotEquals(9, policy(true).desired(group, new Breach(true, 50, 40)));
    StepScaling shifted = new StepScaling(
        "a", PERCENT, List.of(step(Double.NEGATIVE_INFINITY, 0, -0.1)), 1, Optional.empty());
    assertEquals(9, shifted.desired(group, new Breach(false, 50, 50)));
    assertEquals(10, shifted.desired(group, new Breach(true, 50, 50)));
  }

  /** #70, #71: an instance that warms is desired, but no part of what is adjusted. */
  @Test
  void whatWarmsIsNotAdjustedAgain() {
    GroupView warming = new GroupView(10, 11, 0, 100);
    assertEquals(11, policy(true).desired(warming, new Breach(true, 50, 62)));
    assertEquals(13, policy(true).desired(warming, new Breach(true, 50, 70)));
    assertEquals(11, policy(false).desired(warming, new Breach(false, 50, 20)));
  }

  /** The switches: #64 without its magnitude, #70 where nothing warms. */
  @Test
  void withoutTheirRulesTheyAnswerOtherwise() {
    GroupView four = new GroupView(4, 4, 0, 100);
    Breach breach = new Breach(true, 50, 75);
    assertEquals(6, new SimpleScaling("a", PERCENT, 0.25, 2, Optional.empty()).desired(four, breach));
    assertEquals(5, new SimpleScaling("a", PERCENT, 0.25, 1, Optional.empty()).desired(four, breach));
    GroupView warm = new GroupView(11, 11, 0, 100);
    assertEquals(12, policy(true).desired(warm, new Breach(true, 50, 62)));
  }

  /** #70, #71 through the engine: three minutes at 60, three at 62, then 70. */
  @Test
  void theFleetDoesNotAdjustWhatWarms() {
    ScenarioBuilder scenario = Alarmed.group(10, 60, 60, 60, 62, 62, 62, 70)
        .alarm(Alarmed.alarm(Comparison.ABOVE))
        .scaling(policy(true));
    assertEquals(
        List.of("desired from 10 to 11", "desired from 11 to 13"),
        Alarmed.changes(Engine.show(scenario.build(), 1)));
  }

  private static SimpleScaling simple(AdjustmentType type, double amount) {
    return new SimpleScaling("a", type, amount, 1, Optional.empty());
  }

  /** #72, #73: the largest capacity wins, out and in. */
  @Test
  void ofSeveralPoliciesTheLargestCapacityWins() {
    SimpleScaling three = simple(AdjustmentType.CHANGE_IN_CAPACITY, -3);
    SimpleScaling quarter = simple(PERCENT, -0.25);
    assertEquals(6, together(8, three, quarter));
    SimpleScaling one = simple(AdjustmentType.CHANGE_IN_CAPACITY, 1);
    SimpleScaling two = simple(AdjustmentType.CHANGE_IN_CAPACITY, 2);
    assertEquals(10, together(8, one, two));
    assertEquals("desired from 8 to 6", first(three, quarter));
    assertEquals("desired from 8 to 10", first(one, two));
  }

  private static int together(int desired, SimpleScaling... policies) {
    GroupView group = new GroupView(desired, desired, 0, 100);
    return Verdict.of(
        desired,
        List.of(policies).stream()
            .map(policy -> policy.desired(group, new Breach(true, 50, 75)))
            .map(size -> Verdict.Voice.alone(OptionalInt.of(size)))
            .toList());
  }

  private static String first(SimpleScaling a, SimpleScaling b) {
    ScenarioBuilder scenario =
        Alarmed.group(8, 75).alarm(Alarmed.alarm(Comparison.ABOVE)).scaling(a).scaling(b);
    return Alarmed.changes(Engine.show(scenario.build(), 1)).get(0);
  }
}
