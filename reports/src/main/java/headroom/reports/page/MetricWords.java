package headroom.reports.page;

import headroom.results.Metric;
import headroom.statistics.Estimate;
import java.util.Map;

/** What metrics are called among people. */
final class MetricWords {

  private static final Map<String, String> WHOLE = Map.ofEntries(
      Map.entry("cost.total", "Cost of the simulated time"),
      Map.entry("cost.monthly", "Cost per month"),
      Map.entry("cost.per-million-requests", "Cost per million requests answered"),
      Map.entry("requests.offered", "Requests offered"),
      Map.entry("requests.succeeded", "Requests answered"),
      Map.entry("requests.failed", "Requests failed"),
      Map.entry("requests.in-flight", "Requests unfinished at the end"),
      Map.entry("requests.attempts", "Attempts, retries included"),
      Map.entry("availability.request", "Share of requests answered"),
      Map.entry("availability.minutes", "Share of good minutes"),
      Map.entry("downtime.total", "Downtime (bad minutes)"),
      Map.entry("latency.mean", "Mean latency"));

  private static final Map<String, String> OF_SUBJECT = Map.ofEntries(
      Map.entry("instances.mean", "instances in service, mean"),
      Map.entry("instances.min", "instances in service, fewest"),
      Map.entry("instances.max", "instances in service, most"),
      Map.entry("instance-hours", "instance-hours billed"),
      Map.entry("launches", "launches"),
      Map.entry("launch-failures", "failed launches"),
      Map.entry("failures", "instance failures"),
      Map.entry("terminations", "terminations"),
      Map.entry("cpu.mean", "CPU, mean"),
      Map.entry("cpu.p99", "CPU, p99 of one-minute means"),
      Map.entry("busy.mean", "busy workers, mean share"),
      Map.entry("queue.mean", "requests waiting per instance, mean"),
      Map.entry("wait.mean", "wait in the queue, mean"),
      Map.entry("scale-outs", "scale-outs"),
      Map.entry("scale-ins", "scale-ins"),
      Map.entry("requests", "requests"),
      Map.entry("rejected", "requests rejected"),
      Map.entry("capacity-units", "capacity units"));

  private MetricWords() {}

  /** The metric in words; its flat name where there are none. */
  static String of(Metric metric) {
    String flat = metric.flat();
    String whole = WHOLE.get(flat);
    if (whole != null) {
      return whole;
    }
    if (flat.startsWith("latency.")) {
      return flat.substring("latency.".length()) + " latency";
    }
    return after(flat, "requests.failed-by.", "Requests failed because of ")
        + after(flat, "requests.failed.", "Requests failed with ")
        + after(flat, "downtime.", "Downtime because of ")
        + after(flat, "cost.", "Cost of ")
        + ofSubject(flat);
  }

  private static String after(String flat, String prefix, String words) {
    return flat.startsWith(prefix) ? words + flat.substring(prefix.length()) : "";
  }

  private static String ofSubject(String flat) {
    if (!flat.startsWith("groups.") && !flat.startsWith("load-balancers.")) {
      return known(flat) ? "" : flat;
    }
    String rest = flat.substring(flat.indexOf('.') + 1);
    return OF_SUBJECT.entrySet().stream()
        .filter(entry -> rest.endsWith("." + entry.getKey()))
        .map(entry -> rest.substring(0, rest.length() - entry.getKey().length() - 1) + ": "
            + entry.getValue())
        .min(java.util.Comparator.comparingInt(String::length))
        .orElse(rest);
  }

  private static boolean known(String flat) {
    return flat.startsWith("requests.failed")
        || flat.startsWith("downtime.")
        || flat.startsWith("cost.");
  }

  /** The cost category of an estimate: {@code load balancing}. */
  static String category(Estimate part) {
    return category(part.metric().flat().substring("cost.".length()));
  }

  /** A category's word in prose. */
  static String category(String word) {
    return word.equals("dns") ? "DNS" : word.replace('-', ' ');
  }

  static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
