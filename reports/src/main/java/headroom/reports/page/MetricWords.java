package headroom.reports.page;

import headroom.results.Metric;
import headroom.results.Part;
import headroom.statistics.Estimate;
import java.util.List;
import java.util.stream.Stream;

/** What metrics are called among people. */
public final class MetricWords {

  // What the flat name of a group's or balancer's metric ends with, and the words for it.
  private record Ending(String name, String words) {}

  private static final List<Ending> OF_SUBJECT = List.of(
      new Ending("cost.total", "cost"),
      new Ending("cost.compute", "cost of instances"),
      new Ending("cost.transfer", "cost of data sent"),
      new Ending("sla-credit", "share of its charge credited by the provider's agreement"),
      new Ending("sla-uptime", "lowest monthly uptime, as its agreement counts it"),
      new Ending("instances.mean", "instances in service, mean"),
      new Ending("instances.min", "instances in service, fewest"),
      new Ending("instances.max", "instances in service, most"),
      new Ending("instance-hours", "instance-hours billed"),
      new Ending("hosted-hours", "instance-hours on hosts of one's own"),
      new Ending("used.mean", "hosts used, mean"),
      new Ending("used.max", "hosts used, most"),
      new Ending("vcpus-used.mean", "vCPUs of the hosts used, mean share"),
      new Ending("memory-used.mean", "memory of the hosts used, mean share"),
      new Ending("pod-hours", "hours that pods ran"),
      new Ending("launches", "launches"),
      new Ending("launch-failures", "failed launches"),
      new Ending("failures", "instance failures"),
      new Ending("interruptions", "spot instances taken back"),
      new Ending("outbid", "spot instances taken back for their price"),
      new Ending("rebalance-recommendations", "spot rebalance recommendations"),
      new Ending("credits.spent", "CPU credits spent"),
      new Ending("credits.surplus", "CPU credits spent beyond those earned"),
      new Ending("credits.balance", "CPU credits of an instance at the end, mean"),
      new Ending("throttled-hours", "instance-hours throttled for want of CPU credits"),
      new Ending("terminations", "terminations"),
      new Ending("stops", "instances stopped by hand"),
      new Ending("starts", "stopped instances started again"),
      new Ending("reboots", "instances rebooted"),
      new Ending("recoveries", "broken instances recovered"),
      new Ending("instance-store-losses", "times that data on the host's disks was lost"),
      new Ending("cpu.mean", "CPU, mean"),
      new Ending("cpu.p99", "CPU, p99 of one-minute means"),
      new Ending("busy.mean", "busy workers, mean share"),
      new Ending("queue.mean", "requests waiting per instance, mean"),
      new Ending("wait.mean", "wait in the queue, mean"),
      new Ending("scale-outs", "scale-outs"),
      new Ending("scale-ins", "scale-ins"),
      new Ending("scaling.reaction.mean", "threshold crossed to capacity serving, mean"),
      new Ending("scaling.reaction.max", "threshold crossed to capacity serving, longest"),
      new Ending("scaling.overshoot", "instances beyond what the SLO needed, share"),
      new Ending("scaling.overshoot-time", "time with more than the SLO needed"),
      new Ending("scaling.undershoot", "instances missing of what the SLO needed, share"),
      new Ending("scaling.undershoot-time", "time with less than the SLO needed"),
      new Ending("scaling.wasted-hours", "instance-hours beyond what the SLO needed"),
      new Ending("scaling.missing-hours", "instance-hours missing of what the SLO needed"),
      new Ending("scaling.reversals-per-day", "scaling reversed, times a day"),
      new Ending("requests.offered", "requests offered"),
      new Ending("requests.succeeded", "requests answered"),
      new Ending("requests.failed", "requests failed"),
      new Ending("requests.in-flight", "requests unfinished at the end"),
      new Ending("requests.attempts", "attempts, retries included"),
      new Ending("requests.degraded", "requests answered with less"),
      new Ending("availability.request", "share of requests answered"),
      new Ending("latency.mean", "mean latency"),
      new Ending("latency.p50", "p50 latency"),
      new Ending("latency.p90", "p90 latency"),
      new Ending("latency.p99", "p99 latency"),
      new Ending("latency.p99.9", "p99.9 latency"),
      new Ending("value.offered", "value of requests offered"),
      new Ending("value.succeeded", "value of requests answered"),
      new Ending("value.lost", "value lost with failed requests"),
      new Ending("codes.460", "460: the client left first"),
      new Ending("codes.502", "502: the target broke the connection"),
      new Ending("codes.503", "503: no target, or no room to wait"),
      new Ending("codes.504", "504: no answer in time"),
      new Ending("surge-queue.mean", "requests waiting at the balancer, mean"),
      new Ending("surge-queue.max", "requests waiting at the balancer, most"),
      new Ending("spillover", "requests spilled from the surge queue"),
      new Ending("stickiness-broken", "requests whose own target was gone"),
      new Ending("ejections", "targets taken out since their requests failed"),
      new Ending("queries", "queries to the name's servers"),
      new Ending("stale", "attempts at an address where nobody is"),
      new Ending("strangers", "attempts at an address that is somebody else's by now"),
      new Ending("outages", "outages"),
      new Ending("down", "time down"),
      new Ending("repair.mean", "mean time to repair"),
      new Ending("instances", "instances taken"),
      new Ending("requests", "requests"),
      new Ending("rejected", "requests rejected"),
      new Ending("capacity-units", "capacity units"));

  // What a flat name begins with, and the words around its rest.
  private record Beginning(String name, String before, String after) {}

  private static final List<Beginning> BEGINNINGS = List.of(
      new Beginning("requests.failed-by.", "Requests failed because of ", ""),
      new Beginning("requests.failed.", "Requests failed, ", ""),
      new Beginning("downtime.", "Downtime because of ", ""),
      new Beginning("cost.", "Cost, ", ""),
      new Beginning("latency.", "", " latency"));

  private MetricWords() {}

  /** The metric in words; its flat name where there are none. */
  public static String of(Metric metric) {
    String flat = metric.flat();
    String whole = whole(flat);
    if (!whole.isEmpty()) {
      return whole;
    }
    if (metric.subject().equals("latency") && !metric.statistic().isEmpty()) {
      return partOf(metric);
    }
    for (Beginning beginning : BEGINNINGS) {
      if (flat.startsWith(beginning.name())) {
        return beginning.before() + flat.substring(beginning.name().length()) + beginning.after();
      }
    }
    if (flat.startsWith("workloads.")) {
      return ofSubject(SenderTables.name(flat));
    }
    return flat.startsWith("groups.")
            || flat.startsWith("load-balancers.")
            || flat.startsWith("dns.")
            || flat.startsWith("failures.")
            || flat.startsWith("hosts.")
        ? ofSubject(flat.substring(flat.indexOf('.') + 1))
        : flat;
  }

  /** The same within a sentence: "cost per month", but "SLA credit". */
  public static String within(Metric metric) {
    String words = of(metric);
    boolean isWord = words.length() > 1 && Character.isLowerCase(words.charAt(1));
    return isWord ? Character.toLowerCase(words.charAt(0)) + words.substring(1) : words;
  }

  private static String partOf(Metric metric) {
    String whole = metric.measure().equals("mean") ? "Mean latency" : metric.measure() + " latency";
    return Stream.of(Part.values())
        .filter(part -> part.word().equals(metric.statistic()))
        .map(part -> whole + ": " + PartWords.of(part))
        .findFirst()
        .orElse(metric.flat());
  }

  private static String whole(String flat) {
    return switch (flat) {
      case "cost.total" -> "Cost of the simulated time";
      case "cost.monthly" -> "Cost per month";
      case "cost.per-million-requests" -> "Cost per million requests offered";
      case "cost.per-million-succeeded" -> "Cost per million requests answered";
      case "cost.per-user" -> "Cost per user and month";
      case "sla-credit.total" -> "Credit due by the provider's agreement, on later bills";
      case "sla-credit.region" -> "Credit due for the region";
      case "sla-credit.balancers" -> "Credit due for load balancers";
      case "sla-credit.instance" -> "Credit due for single instances";
      case "sla.instance-uptime" ->
        "Lowest monthly uptime of an instance, as the agreement counts it";
      case "sla.instance-credit" -> "Share of the compute charge credited for single instances";
      case "sla.free-hours" -> "Instance-hours not charged for being down in part";
      case "failure-cost.total" -> "Cost of failing, beside the bill";
      case "failure-cost.revenue" -> "Cost of failing, revenue lost";
      case "failure-cost.operator" -> "Cost of failing, operators' time";
      case "requests.offered" -> "Requests offered";
      case "requests.succeeded" -> "Requests answered";
      case "requests.failed" -> "Requests failed";
      case "requests.in-flight" -> "Requests unfinished at the end";
      case "requests.attempts" -> "Attempts, retries included";
      case "requests.degraded" -> "Requests answered with less than was asked for";
      case "value.offered" -> "Value of requests offered";
      case "value.succeeded" -> "Value of requests answered";
      case "value.lost" -> "Value lost with failed requests";
      case "metastable.episodes" -> "Times clients stayed unanswered though the trigger was over";
      case "metastable.seconds" -> "Time clients stayed unanswered though the trigger was over";
      case "traffic.requests-share" -> "Share of time simulated request by request";
      case "traffic.simulated-requests" -> "Share of requests simulated one by one";
      case "traffic.windows" -> "Windows of single requests";
      case "traffic.windows-corrected" -> "Windows left to rates and corrected";
      case "availability.request" -> "Share of requests answered";
      case "availability.minutes" -> "Share of good minutes";
      case "incidents.count" -> "Incidents (bad minutes in a row)";
      case "incidents.longest" -> "Longest incident";
      case "incidents.recovery" -> "Mean time to recover from an incident";
      case "sessions.begun" -> "Sessions begun";
      case "sessions.affected" -> "Sessions in which a request failed";
      case "sessions.lost" -> "Sessions given up, or started over";
      case "users.affected" -> "Users of whom a request failed";
      case "incidents.detect" -> "Mean time to detect a failure";
      case "incidents.respond" -> "Mean time from there until somebody is at it";
      case "incidents.repair" -> "Mean time from there until it is mended";
      case "incidents.between" -> "Mean time between incidents";
      case "error-budget.burn-rate" -> "Burn rate of the error budget";
      case "error-budget.used" -> "Share of a 30-day error budget used";
      case "sla.uptime" -> "Monthly uptime as the provider's agreement counts it";
      case "sla.credit" -> "Share of the compute charge credited for it";
      case "rare.weight" -> "Mean weight of biased replications";
      case "downtime.total" -> "Downtime (bad minutes)";
      case "latency.mean" -> "Mean latency";
      default -> "";
    };
  }

  private static String ofSubject(String name) {
    int failure = name.lastIndexOf(".launch-failures.");
    if (failure >= 0) {
      return name.substring(0, failure) + ": failed launches, "
          + name.substring(failure + ".launch-failures.".length());
    }
    int launch = name.lastIndexOf(".launch.");
    if (launch >= 0) {
      String stage = name.substring(launch + ".launch.".length(), name.lastIndexOf('.'));
      return name.substring(0, launch) + ": launch, " + LaunchTables.words(stage) + ", "
          + name.substring(name.lastIndexOf('.') + 1);
    }
    int least = name.lastIndexOf(".at-least.");
    if (least >= 0) {
      return name.substring(0, least) + ": share of time with "
          + name.substring(least + ".at-least.".length()) + " or more in service";
    }
    for (Ending ending : OF_SUBJECT) {
      if (name.endsWith("." + ending.name())) {
        String subject = name.substring(0, name.length() - ending.name().length() - 1);
        return subject + ": " + ending.words();
      }
    }
    return name;
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
