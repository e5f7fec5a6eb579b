package headroom.fleet.faults;

import headroom.fault.Outage;
import headroom.results.Window;

/** How often one failure struck within the counted time, for how long, and what it took. */
public final class Tally {

  private final Window window;
  private long outages;
  private long downNanos;
  private long repairs;
  private long repairNanos;
  private long instances;
  private long attended;
  private long detectNanos;
  private long respondNanos;
  private long actNanos;

  public Tally(Window window) {
    this.window = window;
  }

  void outage(Outage outage) {
    long to = Math.min(outage.toNanos(), window.toNanos());
    downNanos += Math.max(0, to - Math.max(outage.fromNanos(), window.fromNanos()));
    if (counts(outage.fromNanos())) {
      outages++;
      if (outage.toNanos() <= window.toNanos()) {
        repairs++;
        repairNanos += outage.toNanos() - outage.fromNanos();
        attend(outage);
      }
    }
  }

  /** What happened long ago and was counted then is mended in its place. */
  void repaired(long from, long now) {
    if (counts(from) && counts(now)) {
      repairs++;
      repairNanos += now - from;
    }
  }

  private void attend(Outage outage) {
    if (outage.isAttended()) {
      attended++;
      detectNanos += outage.detectedNanos() - outage.fromNanos();
      respondNanos += outage.begunNanos() - outage.detectedNanos();
      actNanos += outage.toNanos() - outage.begunNanos();
    }
  }

  /** Something happened that is over at once. */
  void struck(long now) {
    outages += counts(now) ? 1 : 0;
  }

  void took(int many, long now) {
    instances += counts(now) ? many : 0;
  }

  private boolean counts(long now) {
    return now >= window.fromNanos() && now <= window.toNanos();
  }

  /** Times that it struck. */
  public long outages() {
    return outages;
  }

  /** Seconds that its things were down, summed over them. */
  public double downSeconds() {
    return downNanos / 1e9;
  }

  /** Mean seconds to the end of an outage, of those that ended; NaN when none did. */
  public double meanRepairSeconds() {
    return repairNanos / 1e9 / repairs;
  }

  /** Outages that people have mended. */
  public long attended() {
    return attended;
  }

  /** Seconds until they were noticed, together. */
  public double detectSeconds() {
    return detectNanos / 1e9;
  }

  /** Seconds from there until somebody began, together. */
  public double respondSeconds() {
    return respondNanos / 1e9;
  }

  /** Seconds from there until they were mended, together. */
  public double actSeconds() {
    return actNanos / 1e9;
  }

  /** Instances that it took. */
  public long instances() {
    return instances;
  }
}
