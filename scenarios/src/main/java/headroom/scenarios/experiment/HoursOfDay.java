package headroom.scenarios.experiment;

import headroom.results.Run;
import headroom.results.Timeline;
import java.time.ZoneId;

/** What a shown run says by hour of the day, in a time zone. */
public final class HoursOfDay {

  private HoursOfDay() {}

  /** Requests that failed, of each of the 24 hours; those of the warm-up are left out. */
  public static double[] failed(Run run, ZoneId zone) {
    double[] hours = new double[24];
    run.timeline()
        .ifPresent(timeline -> timeline
            .column("requests.failed")
            .ifPresent(column -> add(hours, run, timeline, zone, column.values())));
    return hours;
  }

  private static void add(
      double[] hours, Run run, Timeline timeline, ZoneId zone, double[] failed) {
    for (int step = 0; step < timeline.steps(); step++) {
      long at = timeline.atNanos(step);
      if (at >= run.window().fromNanos()) {
        int hour = run.window().instantAt(at).atZone(zone).getHour();
        hours[hour] += failed[step];
      }
    }
  }
}
