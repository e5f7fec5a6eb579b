package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.State;
import headroom.policy.placement.Weights;
import headroom.spec.Group;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The capacity of a group in units: instances, or their weights (fleet sheet §4.1 [A3]). */
final class Units {

  private final InstanceGroup instances;
  private final int[] byType;
  private final boolean equal;
  private final int largest;

  /**
   * Makes the count of a group.
   *
   * @param types the types it may launch, by name
   */
  Units(InstanceGroup instances, Weights weights, List<String> types) {
    this.instances = instances;
    this.equal = weights.areEqual();
    this.byType = types.stream().mapToInt(weights::of).toArray();
    this.largest = Arrays.stream(byType).max().orElseThrow();
  }

  /** The count of a group of this rule. */
  static Units of(Group rule, InstanceGroup instances) {
    List<String> types =
        Stream.concat(Stream.of(rule.type()), rule.otherTypes().stream()).toList();
    return new Units(instances, rule.weights(), types);
  }

  boolean areInstances() {
    return equal;
  }

  /** How many instances would do for so many units, as far as that can be told of unequal ones. */
  int instancesFor(int desired) {
    if (equal) {
      return desired;
    }
    int serving = instances.count(State.IN_SERVICE);
    return inService() >= desired ? serving : serving + 1;
  }

  /** The fewest instances that come to so many units. */
  int fewestFor(int count) {
    return Weights.fewest(count, largest);
  }

  /** Of a type, by its number. */
  int ofType(int type) {
    return byType[type];
  }

  /** The most that one instance counts for. */
  int largest() {
    return largest;
  }

  int of(Instance instance) {
    return byType[instance.type()];
  }

  /** In service or on their way there, those included that failed unnoticed. */
  int population() {
    return equal ? instances.population() : sum(one -> one.state() != State.DRAINING);
  }

  int onDemand() {
    return sum(one -> !one.isSpot() && one.state() != State.DRAINING);
  }

  int inService() {
    return equal ? instances.count(State.IN_SERVICE) : sum(Instance::isInService);
  }

  /** Units of an instance in service, on average; 1 where none is. */
  double perInstance() {
    int serving = instances.count(State.IN_SERVICE);
    return equal || serving == 0 ? 1 : (double) inService() / serving;
  }

  /** Of these together. */
  int of(Collection<Instance> some) {
    return some.stream().mapToInt(this::of).sum();
  }

  /** The first of them that come to so many, and one at least. */
  List<Instance> upTo(int most, Collection<Instance> some) {
    List<Instance> first = new ArrayList<>();
    int units = 0;
    for (Instance instance : some) {
      units += of(instance);
      if (!first.isEmpty() && units > most) {
        break;
      }
      first.add(instance);
    }
    return first;
  }

  /** In service for at least so long; those of time zero count at once. */
  int warm(long warmUpNanos, long now) {
    return sum(one -> one.isInService()
        && (one.inServiceSince() == 0 || now - one.inServiceSince() >= warmUpNanos));
  }

  private int sum(Predicate<Instance> which) {
    int units = 0;
    for (Instance instance : instances.live()) {
      units += which.test(instance) ? of(instance) : 0;
    }
    return units;
  }
}
