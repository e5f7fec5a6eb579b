package headroom.fleet.metrics;

/** The instances of a group that are all as busy as each other. */
public interface AlikeInstances {

  /** Instances that are up. */
  int up();

  /** Busy workers over workers since the last time this was asked; NaN when none was up. */
  double busySinceLastAsked(long nowNanos);

  /** Worker-seconds in which their workers were busy, ever. */
  double busyEver();

  /** Instance-seconds in which they were at work, ever: up, and sent requests to. */
  double atWorkEver();

  /** By how much chance lets the worker-seconds of the last so many seconds differ, as a standard deviation. */
  double busyDeviation(double seconds);

  /** By how much chance lets one instance's share differ from all others' in that time, as a standard deviation. */
  double spread();

  /** Requests waiting at a moment, as one who looks would count them: a whole number, by chance. */
  double waitingSeen(long nowNanos);

  /** Requests that came to the group's doors so far. */
  double requested();

  /** How irregularly they come: the squared coefficient of variation of the gaps. */
  double gapCv2();

  /** Bytes that came with them so far. */
  double bytesIn();

  /** Bytes that went out in answers so far. */
  double bytesOut();
}
