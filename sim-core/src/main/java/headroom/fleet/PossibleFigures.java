package headroom.fleet;

import headroom.fault.DependencyFailure;
import headroom.fault.Failure;
import headroom.fault.GrayFailure;
import headroom.policy.queueing.QueueDiscipline;
import headroom.results.How;
import headroom.results.MetastableRule;
import headroom.results.Part;
import headroom.results.Possible;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.workload.Client;
import headroom.workload.Fallback;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What can happen to the requests of a scenario, by what it is made of. */
public final class PossibleFigures {

  private final Scenario scenario;
  private final List<Reach> reaches;

  private PossibleFigures(Scenario scenario) {
    this.scenario = scenario;
    this.reaches = scenario.workloads().stream()
        .map(workload -> Reach.of(scenario, workload))
        .toList();
  }

  public static Possible of(Scenario scenario) {
    return new PossibleFigures(scenario).all();
  }

  private Possible all() {
    boolean degraded = reaches.stream()
        .flatMap(reach -> reach.calls().stream())
        .anyMatch(call -> call.fallback() instanceof Fallback.Degrade);
    return new Possible(hows(), parts(), degraded, metastability());
  }

  private Set<How> hows() {
    Set<How> hows = EnumSet.copyOf(Possible.PLAIN.hows());
    add(hows, How.ERROR, anyGroup(group -> !group.serves().calls().isEmpty()));
    add(hows, How.ERROR, scenario.failures().stream().anyMatch(PossibleFigures::makesErrors));
    add(hows, How.SHED, anyGroup(group -> sheds(group.serves())));
    add(hows, How.RATE_LIMITED, anySender(PossibleFigures::isLimited));
    add(hows, How.BREAKER_OPEN, anySender(client -> client.breaker().isPresent()));
    add(hows, How.DNS, !scenario.dns().isEmpty());
    add(hows, How.ABANDONED, anySender(client -> client.patience().isPresent()));
    return hows;
  }

  private static boolean makesErrors(Failure failure) {
    return (failure instanceof GrayFailure gray && gray.errors() > 0)
        || (failure instanceof DependencyFailure dependency && dependency.errors() > 0);
  }

  private Set<Part> parts() {
    Set<Part> parts = EnumSet.copyOf(Possible.PLAIN.parts());
    add(parts, Part.CLIENT, anySender(Amplifiers::sendsAgain));
    add(
        parts,
        Part.BALANCER,
        scenario.loadBalancers().stream().anyMatch(balancer -> balancer.surgeQueue() > 0)
            || scenario.geography().hasDistances());
    add(parts, Part.DNS, !scenario.dns().isEmpty());
    add(parts, Part.CALLS, anyGroup(group -> !group.serves().calls().isEmpty()));
    return parts;
  }

  private static <T> void add(Set<T> all, T one, boolean possible) {
    if (possible) {
      all.add(one);
    }
  }

  private boolean anyGroup(Predicate<Group> has) {
    return reaches.stream().flatMap(reach -> reach.groups().stream()).anyMatch(has);
  }

  private boolean anySender(Predicate<Client> has) {
    return scenario.workloads().stream().map(Workload::client).anyMatch(has);
  }

  private static boolean sheds(Service service) {
    return service.shedding().isPresent()
        || service.concurrencyLimit().isPresent()
        || service.discipline() instanceof QueueDiscipline.CoDel;
  }

  private static boolean isLimited(Client client) {
    return client.rateLimit().isPresent()
        || client.bulkhead().isPresent()
        || client.throttle().isPresent();
  }

  private Optional<MetastableRule> metastability() {
    return reaches.stream().anyMatch(reach -> Amplifiers.in(scenario, reach))
        ? Optional.of(Amplifiers.rule(scenario, reaches))
        : Optional.empty();
  }
}
