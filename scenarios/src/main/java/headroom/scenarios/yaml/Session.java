package headroom.scenarios.yaml;

import headroom.billing.Managed;
import headroom.billing.OwnMeter;
import headroom.billing.PriceBook;
import headroom.policy.metric.WatchedMetric;
import headroom.scenarios.experiment.Origin.Assumption;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.ScenarioFolder;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.TreePath;
import headroom.scenarios.text.YamlWriter;
import headroom.spec.Reference;
import headroom.spec.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is known and what was found wrong while one scenario is read. */
final class Session {

  final ScenarioFolder folder;
  final List<Complaint> complaints = new ArrayList<>();
  final List<Assumption> assumptions = new ArrayList<>();

  /** Names by which parts mean each other, also those of parts that were rejected. */
  final List<Reference> references = new ArrayList<>();

  /** The files that the scenario reads, by the name it gives them. */
  final Map<String, Path> files = new LinkedHashMap<>();

  /** The fields that were asked for each record; the completeness test compares them. */
  final Map<Class<?>, Set<String>> asked = new LinkedHashMap<>();

  /** The metrics of alarms, which say in what unit distances from thresholds are written. */
  final Map<String, WatchedMetric> alarmMetrics = new LinkedHashMap<>();

  /** The labels of resources, by the resource's name. */
  final SortedMap<String, SortedMap<String, String>> tags = new TreeMap<>();

  /** The groups on whose instances pods run, with the types that are written for them. */
  final Map<String, String> nodeTypes = new LinkedHashMap<>();

  /** Groups whose machines are not on the bill. */
  final List<Managed> managed = new ArrayList<>();

  /** Who wants to know what could be written. */
  Survey survey = Survey.NONE;

  /** What hosts of the account's own cost. */
  final List<OwnMeter> ownHosts = new ArrayList<>();

  Instant start = Scenario.DEFAULT_START;
  ZoneId timeZone = ZoneOffset.UTC;
  Duration lasts = Duration.ofDays(1);
  List<String> zones = Scenario.DEFAULT_ZONES;

  /** The price lists of the regions, in their order; none where there are no regions. */
  final Map<String, PriceBook> regionBooks = new LinkedHashMap<>();

  /** Whose each region is, by its name, in their order. */
  final Map<String, String> providerOf = new LinkedHashMap<>();

  /** The region of each zone that has one. */
  final Map<String, String> regionOf = new LinkedHashMap<>();

  /** The price list; empty where it could not be read. */
  Optional<PriceBook> book = Optional.empty();

  Session(ScenarioFolder folder) {
    this.folder = folder;
  }

  void assume(TreePath path, Tree value, String why) {
    assumptions.add(new Assumption(path.toString(), YamlWriter.line(value), why));
  }

  void asked(Class<?> record, Set<String> fields) {
    asked.computeIfAbsent(record, key -> new LinkedHashSet<>()).addAll(fields);
  }
}
