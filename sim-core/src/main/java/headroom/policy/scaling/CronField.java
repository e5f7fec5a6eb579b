package headroom.policy.scaling;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** One field of a cron expression: lists of values, ranges and steps, months and days by name. */
enum CronField {
  MINUTE("minute", 0, 59, List.of()),
  HOUR("hour", 0, 23, List.of()),
  DAY("day of the month", 1, 31, List.of()),
  MONTH(
      "month",
      1,
      12,
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
  WEEK_DAY("day of the week", 0, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));

  private final String what;
  private final int least;
  private final int most;
  private final List<String> names;

  CronField(String what, int least, int most, List<String> names) {
    this.what = what;
    this.least = least;
    this.most = most;
    this.names = names;
  }

  BitSet parse(String text) {
    BitSet values = new BitSet();
    for (String part : text.split(",", -1)) {
      add(values, part);
    }
    if (this == WEEK_DAY && values.get(7)) {
      // Sunday may be written as 0 or as 7.
      values.clear(7);
      values.set(0);
    }
    return values;
  }

  private void add(BitSet values, String part) {
    String[] stepped = part.split("/", -1);
    String[] ends = stepped[0].split("-", -1);
    if (stepped.length > 2 || ends.length > 2) {
      throw wrong(part);
    }
    boolean all = stepped[0].equals("*");
    int from = all ? least : value(ends[0]);
    int to = all ? highest() : ends.length == 2 ? value(ends[1]) : from;
    int step = stepped.length == 2 ? number(stepped[1]) : 1;
    // As in Unix, a step from one value goes on to the end: 5/15 is 5-59/15.
    int last = stepped.length == 2 && ends.length == 1 ? highest() : to;
    if (step < 1 || from > last) {
      throw wrong(part);
    }
    for (int value = from; value <= last; value += step) {
      values.set(value);
    }
  }

  private int highest() {
    return this == WEEK_DAY ? 6 : most;
  }

  private int value(String text) {
    int named = names.indexOf(text.toUpperCase(Locale.ROOT));
    int value = named >= 0 ? named + (this == MONTH ? 1 : 0) : number(text);
    if (value < least || value > most) {
      throw wrong(text);
    }
    return value;
  }

  private int number(String text) {
    if (!text.matches("[0-9]{1,3}")) {
      throw wrong(text);
    }
    return Integer.parseInt(text);
  }

  private RuntimeException wrong(String part) {
    return Cron.wrong(
        "'" + part + "' is no " + what,
        "values from " + least + " to " + most + ", as 5, 1-5, */15 or 1,3");
  }
}
