package headroom.billing;

import headroom.results.InstanceUsage;
import headroom.results.InstanceUsage.What;
import headroom.results.Usage;
import headroom.results.Usage.BalancerUsage;
import headroom.results.Usage.TransferUsage;
import headroom.results.Window;
import java.time.Instant;
import java.util.List;

/** Usage for tests, in whole seconds and GiB. */
final class Uses {

  static final long SECOND = 1_000_000_000L;
  static final double GIB = 1L << 30;
  static final What M1_SMALL = new What("web", "m1.small", "a", "on-demand", "linux");
  static final What M5_LARGE = new What("web", "m5.large", "a", "on-demand", "linux");

  private Uses() {}

  /** A window without warm-up that begins with July 2026. */
  static Window window(long seconds) {
    return window(0, seconds);
  }

  static Window window(long fromSeconds, long toSeconds) {
    return new Window(
        Instant.parse("2026-07-01T00:00:00Z"), fromSeconds * SECOND, toSeconds * SECOND);
  }

  static Usage none() {
    return new Usage(new InstanceUsage.Builder().build(), List.of(), List.of());
  }

  /** Runs of instances of one kind: from, to, from, to, … in seconds. */
  static Usage runs(What what, long... seconds) {
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    int kind = runs.kind(what);
    for (int i = 0; i < seconds.length; i += 2) {
      runs.add(kind, seconds[i] * SECOND, seconds[i + 1] * SECOND);
    }
    return new Usage(runs.build(), List.of(), List.of());
  }

  static Usage balancer(BalancerUsage balancer) {
    return new Usage(new InstanceUsage.Builder().build(), List.of(balancer), List.of());
  }

  static Usage transfers(TransferUsage... transfers) {
    return new Usage(new InstanceUsage.Builder().build(), List.of(), List.of(transfers));
  }
}
