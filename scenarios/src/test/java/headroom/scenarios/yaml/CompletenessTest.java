package headroom.scenarios.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.scenarios.text.TreePath;
import headroom.scenarios.text.YamlReader;
import headroom.spec.Scenario;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a scenario's records hold can be written in a file: none was forgotten. */
class CompletenessTest {

  /** Where what is described lives. */
  private static final List<String> PACKAGES = List.of(
      "spec",
      "workload",
      "supply",
      "fault",
      "policy/scaling",
      "policy/alarm",
      "policy/metric",
      "policy/routing",
      "policy/retry",
      "policy/breaker",
      "policy/limit",
      "policy/queueing",
      "random");

  /** Components that are written under another name, or come from elsewhere. */
  private static final Map<String, String> OTHERWISE = otherwise();

  /** Records that no map of a file stands for. */
  private static final Set<String> NOT_READ = new TreeSet<>(List.of(
      "spec.Attached$Comes", // what a bill looks up
      "fault.Outage", // a row of a record
      "fault.Replayed", // a file's rows
      "fault.FailureBias", // of the experiment
      "random.Hazard", // of a law
      "random.Constant", // a duration alone
      "random.Mixture", // a list
      "random.Multiplied", // a law measured on one type, on another
      "random.Stream", // chance, not a description
      "random.Chance",
      "policy.breaker.CircuitBreaker$Calls", // a number alone
      "policy.breaker.CircuitBreaker$Time", // a duration alone
      "policy.limit.Bulkhead", // a number alone
      "policy.retry.FixedBackoff", // a duration alone
      "policy.routing.WeightedAnswers", // a list
      "policy.routing.LatencyAnswers", // a list
      "policy.routing.ShuffleSharding", // arithmetic; nothing is routed by it yet
      "spec.CallGraph$Edge", // on the way to a problem
      "spec.DisruptionBudget$Count", // a number or a percentage
      "spec.Circle",
      "spec.Patience$Caller",
      "spec.PlacedCall",
      "spec.RegionTraffic$Way", // on the way to what is used
      "spec.Reference",
      "spec.LifecycleHook$Outcome", // what a hook comes to
      "spec.Attached$Comes", // on the way to what is used
      "spec.Draft", // what is checked before there is a scenario
      "supply.BurstVolume", // arithmetic; no instance has a volume yet
      "supply.RecordedPrice", // a column of a file
      "supply.RecordedPrice$Step",
      "supply.Resources", // fields of what has or asks for them
      "policy.scaling.Expander$Option", // what would come of growing a group
      "policy.scaling.Priorities", // a map of groups
      "policy.scaling.PodMemory$Point",
      "policy.scaling.GroupView", // what a rule sees
      "policy.scaling.ScalingPolicy$Watch",
      "policy.scaling.SeasonalSmoothing", // the method, which cannot be chosen
      "policy.scaling.Breach",
      "policy.scaling.Cooldown",
      "policy.scaling.Verdict$Voice", // what a rule says
      "policy.scaling.Adjustment", // of steps and simple policies
      "policy.scaling.Cron", // a text
      "policy.alarm.AlarmExpression$And", // a text
      "policy.alarm.AlarmExpression$Constant",
      "policy.alarm.AlarmExpression$Is",
      "policy.alarm.AlarmExpression$Not",
      "policy.alarm.AlarmExpression$Or",
      "policy.metric.Statistic", // a word
      "spec.ScheduleChecks$Firing", // on the way to a problem
      "supply.Worth", // fields of the group
      "spec.Performance",
      "policy.placement.Weights", // a map of types
      "supply.CreditRule", // of the type, by its name
      "workload.CallStep$One", // the call itself
      "workload.Constant", // a rate alone
      "workload.Hourly", // a list
      "workload.Sum",
      "workload.TraceRows", // on the way to a Trace
      "workload.TraceRows$Row"));

  private static Map<String, String> otherwise() {
    Map<String, String> names = new TreeMap<>();
    names.put("spec.Scenario.name", "scenario");
    names.put("spec.Scenario.types", "prices");
    names.put("spec.Scenario.mirrored", ""); // of every second run of the experiment's pairs
    names.put("spec.Group.startsCold", "starts");
    names.put("supply.InstanceType.spread", "performance-spread");
    names.put("supply.SpotPool.share", "price");
    names.put("supply.SpotPool.onDemand", ""); // of the price book
    names.put("spec.Group.settings", "default-cooldown");
    names.put("spec.Group.upkeep", "termination-policies");
    names.put("spec.Group.performance", "performance-spread");
    names.put("spec.Upkeep.launchConfiguration", "launched-by");
    names.put("spec.Operation.kind", "standby");
    names.put("spec.Operation.recurs", "cron");
    names.put("fault.InstanceFailures.ofGuest", "fails");
    names.put("supply.Disk.deletedOnTermination", "delete-on-termination");
    names.put("spec.Monitoring.detailed", "monitoring");
    names.put("spec.Monitoring.lag", "monitoring-lag");
    names.put("spec.MetricAlarm.rule", "evaluation-periods");
    names.put("spec.MetricAlarm.ignoresFewSamples", "low-samples");
    names.put("spec.CompositeAlarm.text", "composite");
    names.put("policy.alarm.Alarm.comparison", "at-least");
    names.put("policy.alarm.Alarm.threshold", "at-least");
    names.put("policy.alarm.Alarm.missing", "missing-data");
    names.put("policy.scaling.ScheduledAction.when", "at");
    names.put("spec.Pod.requests", "vcpus");
    names.put("policy.scaling.PodBehaviour$Pace.isShare", "percent");
    names.put("policy.scaling.PodBehaviour$Pace.amount", "pods");
    names.put("spec.Group.worth", "measured-on");
    for (String listed : List.of("name", "vcpus", "memoryGiB")) {
      names.put("supply.InstanceType." + listed, ""); // of the price book
    }
    names.put("policy.limit.RateLimit.perSecond", "rate");
    names.put("supply.Hosts.each", "vcpus");
    names.put("supply.HostPool.hosts", "per-rack");
    names.put("supply.HostPool.asNeeded", "allocate");
    names.put("supply.Disk.gib", "size");
    names.put("supply.Disk.mibPerSecond", "throughput");
    names.put("supply.Disk.snapshotMib", "snapshot");
    names.put("random.Empirical.values", "file");
    names.put("workload.CallStep$Parallel.calls", "parallel");
    names.put("workload.CallStep$OneOf.options", "one-of");
    names.put("workload.CallStep$OneOf$Option.call", "to");
    names.put("workload.ClassRule.requestClass", "");
    names.put("workload.Cache.startsCold", "starts");
    names.put("workload.Service.holdsWorker", "while-calling");
    names.put("random.Normal.location", "mean");
    names.put("workload.Scaled.rate", "constant");
    names.put("workload.Scaled.factor", "scale");
    names.put("workload.Trace.readings", "trace");
    names.put("workload.Trace.offsetNanos", "from");
    for (String timed : List.of(
        "ZoneFailure",
        "RegionFailure",
        "ProviderFailure",
        "ServiceOutage",
        "LaunchServiceOutage",
        "HardwareFailures",
        "InstanceOutages",
        "GrayFailure",
        "DependencyFailure",
        "Maintenance",
        "Partition",
        "Slowdown")) {
      names.put("fault." + timed + ".timing", ""); // read by TimingReader from the same map
    }
    names.put("fault.HardwareFailures.level", ""); // the kind
    names.put("fault.ServiceOutage.service", "");
    names.put("fault.GrayFailure.kind", "");
    names.put("fault.Attended.start", ""); // the scenario's
    names.put("fault.InstanceFailures.start", "");
    names.put("fault.GrayFailure.loss", "lost-requests");
    names.put("fault.InstanceReplay.nodes", "trace");
    names.put("fault.InstanceFailures.bias", ""); // the experiment's estimate
    for (String named : List.of(
        "spec.CloudRegion",
        "spec.Group",
        "spec.LoadBalancer",
        "spec.DnsName",
        "spec.MetricAlarm",
        "spec.CompositeAlarm",
        "supply.Image",
        "supply.HostPool",
        "supply.LaunchService")) {
      names.put(named + ".name", "");
    }
    names.put("workload.Workload.name", "");
    names.put("workload.RequestClass.name", "");
    names.put("workload.Call.client", "timeout");
    names.put("workload.Daily.startNanos", "");
    return names;
  }

  @Test
  void everyComponentOfEveryRecordIsRead(@TempDir Path folder)
      throws IOException, URISyntaxException {
    Map<String, Set<String>> asked = asked(folder);
    List<String> forgotten = new ArrayList<>();
    int seen = 0;
    for (Class<?> record : records()) {
      String name = name(record);
      if (record.getRecordComponents().length > 0 && !NOT_READ.contains(name)) {
        seen++;
        forgotten.addAll(forgotten(record, asked.getOrDefault(name, new TreeSet<>())));
      }
    }
    assertEquals(List.of(), forgotten);
    assertTrue(seen > 25, "saw only " + seen + " records");
  }

  /** Who reads the reference page can write every field. */
  @Test
  void everyFieldIsDescribed(@TempDir Path folder) throws IOException {
    String code = code(Files.readString(
        Path.of(System.getProperty("headroom.root", ".."), "docs", "scenario.md")));
    Set<String> fields = new TreeSet<>();
    asked(folder).values().forEach(fields::addAll);
    List<String> missing = fields.stream()
        .filter(field ->
            !Pattern.compile("(?<![\\w-])" + field + "(?![\\w-])").matcher(code).find())
        .toList();
    assertEquals(List.of(), missing);
    assertTrue(fields.size() > 120, "saw only " + fields.size() + " fields");
  }

  /** What a page sets as code. */
  private static String code(String page) {
    return Pattern.compile("(?s)```.*?```|`[^`]*`")
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.joining("\n"));
  }

  private static List<String> forgotten(Class<?> record, Set<String> asked) {
    List<String> forgotten = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      String key = name(record) + "." + component.getName();
      String field = OTHERWISE.getOrDefault(key, kebab(component.getName()));
      if (!field.isEmpty() && !asked.contains(field)) {
        forgotten.add(key);
      }
    }
    return forgotten;
  }

  /** The fields that the reader asked for while it read everything. */
  private static Map<String, Set<String>> asked(Path folder) throws IOException {
    Session session = new Session(Everything.in(folder));
    Node root = new Node(YamlReader.parse(Everything.text(), "f").root(), TreePath.TOP, session);
    new ScenarioFields(root, new TestBooks()).loaded();
    Map<String, Set<String>> asked = new TreeMap<>();
    session.asked.forEach((record, fields) -> asked.put(name(record), fields));
    return asked;
  }

  private static List<Class<?>> records() throws IOException, URISyntaxException {
    URI source =
        Scenario.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path place = Path.of(source);
    if (Files.isDirectory(place)) {
      return records(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return records(jar.getPath("/"));
    }
  }

  private static List<Class<?>> records(Path root) throws IOException {
    List<Class<?>> records = new ArrayList<>();
    for (String inside : PACKAGES) {
      try (Stream<Path> files = Files.list(root.resolve("headroom").resolve(inside))) {
        files
            .map(file -> String.valueOf(file.getFileName()))
            .filter(file -> file.endsWith(".class") && !file.startsWith("package-info"))
            .sorted()
            .map(file -> load(inside, file))
            .filter(Class::isRecord)
            .forEach(records::add);
      }
    }
    return records;
  }

  private static Class<?> load(String inside, String file) {
    String name = file.substring(0, file.length() - ".class".length());
    try {
      return Class.forName("headroom." + inside.replace('/', '.') + "." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(Class<?> record) {
    return record.getName().replaceFirst("headroom\\.", "");
  }

  /** {@code peakAtNanos} and {@code minimumBytes} carry in code the unit that a file writes. */
  private static String kebab(String component) {
    return component
        .replaceFirst("Nanos$", "")
        .replaceAll("([a-z])([A-Z0-9])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }
}
