package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.TEXT;

import headroom.billing.PriceBook;
import headroom.spec.CloudRegion;
import headroom.spec.Reference;
import headroom.spec.Scenario;
import headroom.supply.Api;
import headroom.supply.Quotas;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the regions of a scenario, to which its zones then belong. */
record RegionReader(PriceBookSource books) implements PartsReader.Part<CloudRegion> {

  static final String EXAMPLE = "{zones: [use1-a, use1-b], prices: us-east-1/2026-07}";

  @Override
  public Read<CloudRegion> read(String name, Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<List<String>> zones = map.required("zones", NAME.list("[a, b]"), "[a, b]");
    Given<Optional<PriceBook>> prices = map.maybe("prices", new PricesReader(books));
    Optional<PriceBook> book = prices.value().flatMap(said -> said.or(() -> node.session().book));
    book.ifPresent(known -> node.session().regionBooks.put(name, known));
    Given<String> provider =
        map.or("provider", TEXT, book.map(PriceBook::provider).orElse("unknown"));
    provider.value().ifPresent(whose -> node.session().providerOf.put(name, whose));
    Given<Optional<Quotas>> quotas = map.maybe("quotas", CloudReader::quotas);
    Given<Optional<Api>> api = map.maybe("api", RegionReader::api);
    Given<Optional<String>> image = map.maybe("image", NAME);
    image
        .value()
        .flatMap(said -> said)
        .ifPresent(said -> node.refers(node.path().name("image"), Reference.Kind.IMAGE, said));
    Given<Optional<Map<String, Duration>>> latency = map.maybe("latency", RegionReader::latency);
    return map.build(
        CloudRegion.class,
        () -> CloudRegion.problems(name, zones.get(), latency.get().orElse(Map.of())),
        () -> new CloudRegion(
            name,
            provider.get(),
            zones.get(),
            book.map(PriceBook::id).orElse(""),
            quotas.get(),
            api.get(),
            image.get(),
            latency.get().orElse(Map.of())));
  }

  private static Read<Api> api(Node node) {
    Read<Optional<Api>> said = CloudReader.api(node);
    if (said.value().isPresent() && said.value().get().isEmpty()) {
      node.complain("has no limit to say: leave it out, and cloud.api too, which holds for every"
          + " region that says nothing");
    }
    return said.value()
        .flatMap(value -> value)
        .map(value -> Read.of(value, said.full()))
        .orElseGet(() -> Read.rejected(said.full()));
  }

  private static Read<Map<String, Duration>> latency(Node node) {
    Read<Map<String, Optional<Duration>>> said =
        new PartsReader<>((name, way) -> DURATION.read(way), "{oregon: 70ms}").read(node);
    Map<String, Duration> known = new LinkedHashMap<>();
    Map<String, Optional<Duration>> all = said.value().orElse(Map.of());
    all.forEach((name, way) -> way.ifPresent(time -> known.put(name, time)));
    return said.value().isPresent() && known.size() == all.size()
        ? Read.of(known, said.full())
        : Read.rejected(said.full());
  }

  /** The zones there are: those of the regions, where there are any. */
  static Given<List<String>> zones(
      MapReader map, Node root, Given<Optional<Map<String, Optional<CloudRegion>>>> regions) {
    if (!map.has("regions")) {
      return map.assume(
          "zones",
          NAME.list("[a, b, c]"),
          Trees.texts(Scenario.DEFAULT_ZONES),
          "groups spread over them");
    }
    if (map.has("zones")) {
      root.at("zones").complain("belong to the regions here; leave it out");
    }
    map.maybe("zones", NAME.list("[a, b]"));
    List<CloudRegion> known = regions.value().stream()
        .flatMap(Optional::stream)
        .flatMap(all -> all.values().stream())
        .flatMap(Optional::stream)
        .toList();
    // A group that says no zones has those of the first region.
    root.session().zones = known.isEmpty() ? root.session().zones : known.get(0).zones();
    known.forEach(region ->
        region.zones().forEach(zone -> root.session().regionOf.put(zone, region.name())));
    return regions.value().isEmpty()
        ? map.known(Scenario.DEFAULT_ZONES)
        : map.known(known.stream().flatMap(region -> region.zones().stream()).toList());
  }
}
