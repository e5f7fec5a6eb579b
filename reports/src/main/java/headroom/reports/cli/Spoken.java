package headroom.reports.cli;

/** Counts and waiting times as a person says them. */
final class Spoken {

  private Spoken() {}

  /** About how long: "under 1 s", "12 s", "3 min", "5 h". */
  static String seconds(double seconds) {
    if (seconds < 1) {
      return "under 1 s";
    }
    if (seconds < 90) {
      return Math.round(seconds) + " s";
    }
    return seconds < 5400 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";
  }

  /** "1 group", "3 groups". */
  static String count(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
