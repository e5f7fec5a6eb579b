package headroom.reports.page;

import headroom.reports.figure.Caption;
import headroom.reports.figure.Form;
import headroom.reports.figure.HeatFigure;
import headroom.reports.figure.Lengths;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Points;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How busy a group is at each hour of each day, or of each day of the week in long runs. */
final class HourFigures {

  private static final int HOURS = 24;
  private static final double HOUR = 3600;
  private static final double MINUTE = 60;
  private static final int MOST_DAYS = 14;
  private static final int MOST_HOURS = 6;
  private static final int MOST_GROUPS = 2;
  // What rounds to 0 % in every hour needs no picture.
  private static final double LEAST_SHOWN = 0.005;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);

  private final Course course;
  private final boolean isByWeekday;

  private HourFigures(Course course) {
    this.course = course;
    this.isByWeekday = course.span().seconds() > MOST_DAYS * 86_400.0;
  }

  /** The groups that had most instances; of runs that have more than one hour of a day. */
  static List<Block> of(Course course) {
    if (course.span().seconds() < 2 * HOUR) {
      return List.of();
    }
    HourFigures figures = new HourFigures(course);
    List<Block> blocks = new ArrayList<>();
    List<String> groups = course.groups();
    groups.stream()
        .sorted(Comparator.comparingDouble(figures::size).reversed())
        .limit(MOST_GROUPS)
        .forEach(group -> figures
            .figure(group, groups.indexOf(group) + 1)
            .map(Block.Picture::new)
            .ifPresent(blocks::add));
    return blocks;
  }

  private double size(String group) {
    return course
        .values("groups." + group + ".in-service")
        .map(points -> points.values().sum())
        .orElse(0.0);
  }

  /** Sums and counts of one day's hours. */
  private static final class Day {
    final String name;
    final double[] sum = new double[HOURS];
    final int[] count = new int[HOURS];

    Day(String name) {
      this.name = name;
    }

    boolean isBusy() {
      return IntStream.range(0, HOURS).anyMatch(hour -> mean(hour) >= LEAST_SHOWN);
    }

    double mean(int hour) {
      return count[hour] == 0 ? Double.NaN : sum[hour] / count[hour];
    }
  }

  private Optional<HeatFigure> figure(String group, int number) {
    return course
        .values("groups." + group + ".cpu")
        .or(() -> course.values("groups." + group + ".busy"))
        .map(this::days)
        .filter(days -> days.stream().anyMatch(Day::isBusy))
        .map(days -> figure(group, number, days));
  }

  private List<Day> days(Points points) {
    TreeMap<Long, Day> days = new TreeMap<>();
    for (int i = 0; i < points.size(); i++) {
      if (Double.isFinite(points.y(i))) {
        for (double second : moments(points.x(i))) {
          add(days, course.span().at(second), points.y(i));
        }
      }
    }
    return List.copyOf(days.values());
  }

  /**
   * Of which hours the value of a step tells: of the one it lies in, or of those that it stands for.
   * Where steps are longer than that, its value is that of the minute it ends with, and over many
   * weeks these come by all hours.
   */
  private double[] moments(double begin) {
    double step = course.step();
    if (step <= HOUR) {
      return new double[] {begin + step / 2};
    }
    return step <= MOST_HOURS * HOUR
        ? IntStream.range(0, (int) Math.ceil(step / HOUR))
            .mapToDouble(hour -> begin + Math.min(hour * HOUR + HOUR / 2, step - MINUTE / 2))
            .toArray()
        : new double[] {begin + step - MINUTE / 2};
  }

  private void add(Map<Long, Day> days, ZonedDateTime at, double value) {
    long key = isByWeekday ? at.getDayOfWeek().getValue() : at.toLocalDate().toEpochDay();
    Day day = days.computeIfAbsent(key, k -> new Day((isByWeekday ? WEEKDAY : DATE).format(at)));
    day.sum[at.getHour()] += value;
    day.count[at.getHour()]++;
  }

  private HeatFigure figure(String group, int number, List<Day> days) {
    List<String> hours = new ArrayList<>();
    List<HeatFigure.Cell> cells = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      hours.add(hour < 10 ? "0" + hour : Integer.toString(hour));
    }
    Day most = days.get(0);
    int at = -1;
    for (Day day : days) {
      for (int hour = 0; hour < HOURS; hour++) {
        double mean = day.mean(hour);
        cells.add(new HeatFigure.Cell(mean, percent(mean)));
        if (Double.isFinite(mean) && (at < 0 || mean > most.mean(at))) {
          most = day;
          at = hour;
        }
      }
    }
    String finding = "Busiest is " + (isByWeekday ? "the hour from " : "") + hours.get(at) + ":00 "
        + (isByWeekday ? "on a " : "on ") + most.name + " with "
        + Numbers.said(Form.SHARE, rounded(most.mean(at))) + ".";
    return new HeatFigure(
        new Caption(
            "hours-of-" + number,
            "How busy " + group + " is, by hour and day",
            finding,
            "Mean share busy in %, of the instances in service; the darker, the busier, from white at"
                + " 0\u00A0%. The replication shown" + looks() + "."),
        0,
        "hour of the day (" + course.span().zone() + ")",
        hours,
        isByWeekday ? "day of the week" : "day",
        days.stream().map(day -> day.name).toList(),
        cells);
  }

  /** That the shades are of few moments, where they are. */
  private String looks() {
    return course.step() <= HOUR
        ? ""
        : ", looked at every " + Lengths.words(course.step()) + ", " + course.steps()
            + " times in all";
  }

  /** Without the sign, for which a cell has no room. */
  private static String percent(double share) {
    return Double.isFinite(share) ? Numbers.fixed(100 * share, 0) : "";
  }

  private static double rounded(double share) {
    return Math.round(share * 100) / 100.0;
  }
}
