package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.TEXT;

import headroom.billing.PriceBook;
import headroom.scenarios.text.Shown;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a commitment holds, of a scenario's regions: reserved instances and EC2 Instance plans in one,
 * what an account has (Compute plans, free tiers) in all of a provider.
 */
final class Reach {

  private final Node node;
  private final Session session;
  private final Given<Optional<String>> region;
  private final Given<Optional<String>> provider;

  private Reach(MapReader map, Node node, boolean ofRegion, boolean ofProvider) {
    this.node = node;
    this.session = node.session();
    region = ofRegion ? map.maybe("region", NAME) : map.known(Optional.empty());
    provider = ofProvider ? map.maybe("provider", TEXT) : map.known(Optional.empty());
  }

  /** Of what is bound to one region. */
  static Reach ofRegion(MapReader map, Node node) {
    return new Reach(map, node, true, false);
  }

  /** Of what an account has with a provider. */
  static Reach ofProvider(MapReader map, Node node) {
    return new Reach(map, node, false, true);
  }

  /** Of what is either. */
  static Reach ofEither(MapReader map, Node node) {
    return new Reach(map, node, true, true);
  }

  /** The one region where it holds; empty where there are none, or it was complained of. */
  Optional<String> one(Optional<String> zone) {
    refuse(provider, "provider", "is of what holds in all its regions; say region");
    Optional<String> said = said(region);
    Optional<String> ofZone = zone.map(known -> session.regionOf.getOrDefault(known, ""))
        .filter(known -> !known.isEmpty());
    if (said.isPresent() && ofZone.isPresent() && !said.equals(ofZone)) {
      node.at("region").complain("is not that of the zone, which lies in " + ofZone.get());
      return Optional.empty();
    }
    return known(said.or(() -> ofZone));
  }

  private Optional<String> known(Optional<String> said) {
    Set<String> names = session.regionBooks.keySet();
    if (said.isPresent() && !names.contains(said.get())) {
      node.at("region")
          .complain(
              names.isEmpty()
                  ? "the scenario has no regions; leave it out"
                  : "no region " + Shown.quoted(said.get()) + "; " + Shown.cure(said.get(), names));
      return Optional.empty();
    }
    if (said.isEmpty() && names.size() > 1) {
      node.complain("must say which region it is for, since there are several; region: "
          + String.join(" or ", names));
      return Optional.empty();
    }
    return said.or(() -> names.stream().findFirst());
  }

  /** The regions of its provider, the first region's unless it is said; none where there are none. */
  List<String> all() {
    refuse(region, "region", "is of what is bound to one; say provider, or nothing");
    Set<String> names = new LinkedHashSet<>(session.providerOf.values());
    Optional<String> said = said(provider);
    if (said.isPresent() && !names.contains(said.get())) {
      node.at("provider")
          .complain(
              names.isEmpty()
                  ? "the scenario has no regions; leave it out"
                  : "no region of " + Shown.quoted(said.get()) + "; "
                      + Shown.cure(said.get(), names));
    }
    return said.or(() -> names.stream().findFirst())
        .map(its -> session.providerOf.entrySet().stream()
            .filter(each -> each.getValue().equals(its))
            .map(Map.Entry::getKey)
            .filter(session.regionBooks::containsKey)
            .toList())
        .orElse(List.of());
  }

  /** The price list of a region; the scenario's own where there are none. */
  Optional<PriceBook> book(Optional<String> its) {
    return its.flatMap(name -> Optional.ofNullable(session.regionBooks.get(name)))
        .or(() -> session.book);
  }

  /** The price lists of some regions; the scenario's own where there are none. */
  List<PriceBook> books(List<String> regions) {
    return regions.isEmpty()
        ? session.book.stream().toList()
        : regions.stream().flatMap(name -> book(Optional.of(name)).stream()).toList();
  }

  private static Optional<String> said(Given<Optional<String>> field) {
    return field.value().flatMap(known -> known);
  }

  private void refuse(Given<Optional<String>> field, String name, String why) {
    if (said(field).isPresent()) {
      node.at(name).complain(why);
    }
  }
}
