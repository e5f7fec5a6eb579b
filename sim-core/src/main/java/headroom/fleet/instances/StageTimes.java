package headroom.fleet.instances;

import headroom.results.LatencySketch;
import org.jspecify.annotations.Nullable;

/**
 * How long one stage of a group's launches took. Instances are launched many at once and go through
 * stages of constant length, so one time is often that of many, which are written down together.
 */
final class StageTimes {

  private final String name;
  private final LaunchTimes all;
  private @Nullable LatencySketch sketch;
  private long latest;
  private long alike;
  private boolean isTold;

  StageTimes(String name, LaunchTimes all) {
    this.name = name;
    this.all = all;
  }

  String name() {
    return name;
  }

  /** A launch has been through it. */
  void ended(long began, long now) {
    if (!all.counts(now)) {
      return;
    }
    if (!isTold) {
      isTold = true;
      all.tells(this);
    }
    long took = now - began;
    if (alike > 0 && took != latest) {
      sketch();
    }
    latest = took;
    alike++;
  }

  /** All times so far. */
  LatencySketch sketch() {
    LatencySketch times = sketch;
    if (times == null) {
      times = new LatencySketch();
      sketch = times;
    }
    if (alike > 0) {
      times.record(latest, alike);
      alike = 0;
    }
    return times;
  }
}
