package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BOOLEAN;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.TEXT;

import headroom.fault.Failure;
import headroom.fault.ProviderFailure;
import headroom.fault.RegionFailure;
import headroom.fault.ServiceOutage;
import headroom.spec.Reference;
import java.util.Optional;

/** Reads failures of regions and providers, and of services that they have. */
final class RegionFailureReader {

  private RegionFailureReader() {}

  static Read<Failure> region(Node node) {
    MapReader map = MapReader.of(node, "{region: virginia, at: 1d6h, lasts: 45m}");
    Given<Optional<String>> region = named(map, node);
    Given<String> name = map.or("name", NAME, "region" + suffix(region));
    Given<Boolean> nodes = map.or("balancer-nodes", BOOLEAN, "false");
    TimingReader timing = TimingReader.of(map, node, "45m");
    return map.build(
        RegionFailure.class,
        timing.problems(),
        () -> new RegionFailure(
            name.get(), region.get(), nodes.get(), timing.get().get()));
  }

  static Read<Failure> provider(Node node) {
    MapReader map = MapReader.of(node, "{provider: Amazon Web Services, at: 1d6h, lasts: 45m}");
    Given<String> provider = map.required("provider", TEXT, "Amazon Web Services");
    node.refers("provider", Reference.Kind.PROVIDER, provider);
    Given<String> name = map.or("name", NAME, "provider");
    Given<Boolean> nodes = map.or("balancer-nodes", BOOLEAN, "false");
    TimingReader timing = TimingReader.of(map, node, "45m");
    return map.build(
        ProviderFailure.class,
        timing.problems(),
        () -> new ProviderFailure(
            name.get(), provider.get(), nodes.get(), timing.get().get()));
  }

  static Read<Failure> service(Node node, ServiceOutage.Service service) {
    MapReader map = MapReader.of(node, "{region: virginia, at: 1d6h, lasts: 8h}");
    Given<Optional<String>> region = named(map, node);
    Given<String> name = map.or("name", NAME, service.word() + suffix(region));
    TimingReader timing = TimingReader.of(map, node, "8h");
    return map.build(
        ServiceOutage.class,
        timing.problems(),
        () -> new ServiceOutage(name.get(), service, region.get(), timing.get().get()));
  }

  /** Which region; all there are where none is said. */
  private static Given<Optional<String>> named(MapReader map, Node node) {
    Given<Optional<String>> region = map.maybe("region", NAME);
    region
        .value()
        .flatMap(said -> said)
        .ifPresent(said -> node.refers(node.path().name("region"), Reference.Kind.REGION, said));
    return region;
  }

  private static String suffix(Given<Optional<String>> region) {
    return region.value().flatMap(said -> said).map(said -> "-" + said).orElse("");
  }
}
