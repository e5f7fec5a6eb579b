package headroom.scenarios.yaml;

import headroom.billing.PriceBook;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.spec.DnsName;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.supply.Image;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the price lists of a scenario must have, told before anything is built. */
final class ListChecks {

  private final Session session;
  private final PriceBook home;
  private final Map<String, Optional<Group>> groups;
  private final Problems problems = Problems.of();

  ListChecks(Session session, PriceBook home, Map<String, Optional<Group>> groups) {
    this.session = session;
    this.home = home;
    this.groups = groups;
  }

  /** The list of the region that a group is in. */
  private PriceBook of(String group) {
    return Optional.ofNullable(groups.get(group))
        .flatMap(known -> known)
        .map(known -> session.regionOf.getOrDefault(known.zones().get(0), ""))
        .map(region -> session.regionBooks.getOrDefault(region, home))
        .orElse(home);
  }

  List<Problem> list(
      Map<String, Optional<LoadBalancer>> balancers, Map<String, Optional<DnsName>> names) {
    balancers.forEach((balancer, part) -> part.filter(known -> known.type().isBilled())
        .ifPresent(known -> problems.addAll(
            "load-balancers." + balancer + ".type",
            balancer(of(known.targets()), known.type().word()))));
    names.forEach((name, part) -> part.ifPresent(known -> problems.require(
        "dns." + name + ".billed",
        known.meters().stream().allMatch(meter -> home.meterProblems(meter).isEmpty()),
        "the price book " + home.id() + " has no prices for names",
        "billed: false, where somebody else hosts it")));
    if (!session.regionBooks.isEmpty()) {
      groups.forEach((name, part) -> part.ifPresent(this::types));
    }
    return problems.list();
  }

  /** A list of instances alone can be filled from one that has more. */
  private static List<Problem> balancer(PriceBook book, String type) {
    List<Problem> problems = book.balancerProblems(type);
    return book.balancers().isEmpty()
        ? problems.stream()
            .map(its -> new Problem(
                its.field(),
                its.what() + ", nor of any other",
                "prices: {book: " + book.id() + ", lacking: BOOK} fills it from another"))
            .toList()
        : problems;
  }

  private void types(Group group) {
    PriceBook book = of(group.name());
    Stream.concat(Stream.of(group.type()), group.otherTypes().stream())
        .filter(this::isKnown)
        .forEach(type -> problems.addAll(
            "groups." + group.name() + ".type", book.typeProblems(type, Image.LINUX)));
  }

  /** A type that no list has is told as a name that means nothing. */
  private boolean isKnown(String type) {
    return session.regionBooks.values().stream().anyMatch(book -> book.types().containsKey(type));
  }
}
