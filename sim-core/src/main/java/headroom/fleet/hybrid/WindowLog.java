package headroom.fleet.hybrid;

import headroom.results.EventLog;
import headroom.results.Recorder;

/** When a part's traffic was simulated request by request, and when it was left to rates. */
final class WindowLog {

  private final String subject;
  private final Recorder recorder;
  private boolean isOpen;
  private boolean isRequests;
  private long since;
  private long countsFrom;
  private long simulatedNanos;
  private int windows;
  private int left;

  WindowLog(String subject, Recorder recorder) {
    this.subject = subject;
    this.recorder = recorder;
  }

  /** Requests from now on. */
  void opened(String why, long now) {
    windows++;
    begin(true, now);
    recorder.happened(now, EventLog.Kind.WINDOW_OPENED, subject, "requests are simulated", why);
  }

  /** Rates that are corrected from now on. */
  void corrected(String why, long now) {
    left++;
    begin(false, now);
    recorder.happened(
        now, EventLog.Kind.WINDOW_LEFT, subject, "rates are corrected by windows alike", why);
  }

  private void begin(boolean requests, long now) {
    isOpen = true;
    isRequests = requests;
    since = now;
  }

  /** Rates from now on. */
  void closed(long now) {
    finish(now);
    recorder.happened(now, EventLog.Kind.WINDOW_CLOSED, subject, "rates go on", "");
  }

  void startCounting(long now) {
    countsFrom = now;
  }

  /** What is open ends. */
  void finish(long now) {
    if (isOpen && isRequests) {
      simulatedNanos += Math.max(0, now - Math.max(countsFrom, since));
    }
    isOpen = false;
  }

  /** Counted nanoseconds in which requests were simulated; to be asked at the end. */
  long simulatedNanos() {
    return simulatedNanos;
  }

  /** Windows of requests. */
  int windows() {
    return windows;
  }

  /** Windows that were left to rates, and corrected. */
  int left() {
    return left;
  }
}
