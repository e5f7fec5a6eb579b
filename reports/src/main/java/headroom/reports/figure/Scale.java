package headroom.reports.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A value axis.
 *
 * @param label what it measures, with its unit where ticks do not carry it
 * @param form how its numbers read
 * @param logarithmic true when equal distances are equal ratios
 * @param top the least upper end; NaN when the data alone decide
 */
public record Scale(String label, Form form, boolean logarithmic, double top) {

  // A line along the upper edge would be cut in half, and a name above it lost.
  private static final double ROOM = 1.04;

  public static Scale linear(String label, Form form) {
    return new Scale(withUnit(label, form), form, false, Double.NaN);
  }

  public static Scale logarithmic(String label, Form form) {
    return new Scale(withUnit(label, form), form, true, Double.NaN);
  }

  /** Ticks of shares and durations carry their unit; where others do not, the label does. */
  private static String withUnit(String label, Form form) {
    return switch (form) {
      case MONEY -> label.contains("USD") ? label : label + ", USD";
      case HOURS -> label.contains("hours") ? label : label + ", hours";
      case RATE -> label.contains("per second") ? label : label + ", per second";
      case NUMBER, SHARE, DURATION -> label;
    };
  }

  /** From 0 % to 100 %. */
  public static Scale share(String label) {
    return new Scale(label, Form.SHARE, false, 1);
  }

  /** Where a value lies along the axis; NaN for what a logarithmic axis cannot show. */
  public double place(double value) {
    if (!logarithmic) {
      return value;
    }
    return value > 0 ? Math.log10(value) : Double.NaN;
  }

  /** Ticks, by place, that enclose the values; the first and the last are the axis' ends. */
  public List<Tick> ticks(double low, double high, int wanted) {
    return logarithmic
        ? decades(low, high)
        : even(Double.isNaN(top) ? high * ROOM : Math.max(high, top), wanted);
  }

  private List<Tick> even(double high, int wanted) {
    double least = Numbers.least(form);
    double end = high > 0 ? Math.max(high, least) : 1;
    Measure measure = Measure.of(form, end);
    double step = nice(end * measure.factor() / wanted);
    int decimals = Math.max(0, -Numbers.exponent(step));
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i == 0 || (i - 1) * step < end * measure.factor() * (1 - 1e-9); i++) {
      ticks.add(new Tick(i * step / measure.factor(), label(measure, i * step, decimals)));
    }
    return ticks;
  }

  /** Ticks that enclose two values on either side of zero or of none; not for ratios. */
  public List<Tick> ticksBetween(double low, double high, int wanted) {
    double size = Math.max(Math.abs(low), Math.abs(high));
    Measure measure = Measure.of(form, size > 0 ? size : 1);
    double width = high > low ? (high - low) * measure.factor() : 1;
    double step = nice(width / wanted);
    int decimals = Math.max(0, -Numbers.exponent(step));
    List<Tick> ticks = new ArrayList<>();
    double first = Math.floor(low * measure.factor() / step + 1e-9);
    double last = Math.max(first + 1, Math.ceil(high * measure.factor() / step - 1e-9));
    for (double i = first; i <= last; i++) {
      ticks.add(new Tick(i * step / measure.factor(), label(measure, i * step, decimals)));
    }
    return ticks;
  }

  private String label(Measure measure, double value, int decimals) {
    String number = Numbers.fixed(value, decimals);
    return form == Form.SHARE || form == Form.DURATION ? measure.with(number) : number;
  }

  /** The smallest of 1, 2, 5 times a power of ten that is not below {@code least}. */
  static double nice(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= least * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private List<Tick> decades(double low, double high) {
    int first = (int) Math.floor(Math.log10(low) + 1e-9);
    int last = Math.max(first + 1, (int) Math.ceil(Math.log10(high) - 1e-9));
    List<Tick> ticks = new ArrayList<>();
    for (int power = first; power <= last; power++) {
      double value = Math.pow(10, power);
      ticks.add(new Tick(power, Numbers.said(form, value)));
    }
    return ticks;
  }
}
