package headroom.scenarios.text;

import java.math.BigDecimal;

/** Ratios as people write them, in percent: {@code 55%} is 0.55. */
public final class Percents {

  private Percents() {}

  /**
   * Reads a percentage and gives the ratio.
   *
   * @throws headroom.problem.InvalidInputException when the text is none
   */
  public static double parse(String text) {
    Quantity quantity = Quantity.parse(text, "a percentage", "55%");
    if (quantity.unit().isEmpty()) {
      throw Quantity.wrong(
          Shown.quoted(text) + " has no unit", "write a percentage, for example " + cure(quantity));
    }
    if (!quantity.unit().equals("%")) {
      throw Quantity.wrong("unknown unit " + Shown.quoted(quantity.unit()), "did you mean '%'?");
    }
    return quantity.value().movePointLeft(2).doubleValue();
  }

  /** Whoever writes 0.55 means 55 %. */
  private static String cure(Quantity quantity) {
    boolean ratio = quantity.value().abs().compareTo(BigDecimal.ONE) <= 0;
    return Numbers.text(quantity.value().movePointRight(ratio ? 2 : 0)) + "%";
  }

  /** The shortest text that reads back as the same ratio. */
  public static String text(double ratio) {
    return Numbers.text(Numbers.exact(ratio).movePointRight(2)) + "%";
  }
}
