package headroom.policy.metric;

import java.util.Optional;
import java.util.stream.Stream;

/** A metric of a group that alarms and policies can watch (fleet sheet §4.5, §5.1; [A12], [C2]). */
public enum WatchedMetric {
  /** Share of an instance's CPU in use, a point for each instance. */
  CPU("cpu", Form.SHARE, Source.INSTANCES),
  /** Bytes an instance received in the time of a point, a point for each instance. */
  NETWORK_IN("network-in", Form.BYTES, Source.INSTANCES),
  /** Bytes an instance sent in the time of a point, a point for each instance. */
  NETWORK_OUT("network-out", Form.BYTES, Source.INSTANCES),
  /** Requests that a load balancer or caller sent to the group in a minute, for each target. */
  REQUESTS_PER_TARGET("requests-per-target", Form.NUMBER, Source.BALANCER),
  /** Requests that wait in the group: a metric of one's own. */
  BACKLOG("backlog", Form.NUMBER, Source.CUSTOM),
  /** The same for each instance in service: the usual metric of workers that empty a queue. */
  BACKLOG_PER_INSTANCE("backlog-per-instance", Form.NUMBER, Source.CUSTOM);

  /** How values of a metric are written. */
  public enum Form {
    /** A ratio, written in percent. */
    SHARE,
    BYTES,
    NUMBER
  }

  /** Who publishes a metric, which decides how often it can have points. */
  public enum Source {
    /** EC2: every five minutes, or every minute with detailed monitoring. */
    INSTANCES,
    /** The load balancer: every minute. */
    BALANCER,
    /** The application: up to once a second. */
    CUSTOM
  }

  private final String word;
  private final Form form;
  private final Source source;

  WatchedMetric(String word, Form form, Source source) {
    this.word = word;
    this.form = form;
    this.source = source;
  }

  /** The name in scenario files and results. */
  public String word() {
    return word;
  }

  public Form form() {
    return form;
  }

  public Source source() {
    return source;
  }

  /** True when instances that are added bring it down in proportion, so that it can be tracked. */
  public boolean fallsWithInstances() {
    return this != BACKLOG;
  }

  public static Optional<WatchedMetric> of(String word) {
    return Stream.of(values()).filter(metric -> metric.word.equals(word)).findFirst();
  }
}
