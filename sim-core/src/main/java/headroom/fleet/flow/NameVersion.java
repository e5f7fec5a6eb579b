package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.results.Why;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** An answer of a name's servers, and what has become of what it leads to; or a mixture of such. */
final class NameVersion {

  private double begin;
  private final double[] shares;
  private final List<List<Instance>> addresses;
  private final double[] unnamed;
  private final double[] silent;
  private final double[] strangers;

  private NameVersion(double begin, double[] shares, List<List<Instance>> addresses) {
    this.begin = begin;
    this.shares = shares;
    this.addresses = addresses;
    this.unnamed = new double[shares.length];
    this.silent = new double[shares.length];
    this.strangers = new double[shares.length];
  }

  /**
   * An answer.
   *
   * @param begin since when it is given, in seconds
   * @param shares of those who get it, led to each place
   * @param addresses the instances that it names of each place; none of balancers
   */
  NameVersion(
      double begin, double[] shares, List<List<Instance>> addresses, List<FlowPlace> places) {
    this(begin, shares, addresses);
    for (int i = 0; i < shares.length; i++) {
      unnamed[i] = places.get(i).isBlank(addresses.get(i)) ? shares[i] : 0;
    }
  }

  /** A mixture of none. */
  static NameVersion none(int places) {
    return new NameVersion(0, new double[places], List.of());
  }

  /** Mixes in so much of another. */
  void add(NameVersion other, double part) {
    for (int i = 0; i < shares.length; i++) {
      shares[i] += part * other.shares[i];
      unnamed[i] += part * (other.unnamed[i] + other.strangers[i]);
      silent[i] += part * other.silent[i];
      strangers[i] += part * other.strangers[i];
    }
  }

  double begin() {
    return begin;
  }

  void begins(double earlier) {
    begin = earlier;
  }

  /** Counts anew at which of its addresses nobody answers, and at which a stranger does. */
  void recount(Predicate<Instance> isUp, Set<Instance> gone) {
    for (int i = 0; i < shares.length; i++) {
      List<Instance> named = addresses.get(i);
      double each = shares[i] / Math.max(1, named.size());
      silent[i] = 0;
      strangers[i] = 0;
      for (Instance instance : named) {
        if (gone.contains(instance)) {
          strangers[i] += each;
        } else if (!isUp.test(instance)) {
          silent[i] += each;
        }
      }
    }
  }

  boolean isLike(NameVersion other) {
    return Arrays.equals(shares, other.shares) && addresses.equals(other.addresses);
  }

  boolean names(Instance instance) {
    return addresses.stream().anyMatch(named -> named.contains(instance));
  }

  /** What those of its addresses of a place are put down to where nobody answers. */
  String whyGone(int place, Predicate<Instance> isUp) {
    for (Instance instance : addresses.get(place)) {
      if (!isUp.test(instance)) {
        return instance.crashCause().isEmpty() ? Why.CAPACITY : instance.crashCause();
      }
    }
    return Why.CAPACITY;
  }

  /** Of all, the share led to a place. */
  double share(int place) {
    return shares[place];
  }

  /** Of all, the share that is led to one of its addresses where nobody answers. */
  double silent(int place) {
    return silent[place];
  }

  /** Of all, the share that is led there, and then nowhere or to a stranger. */
  double unnamed(int place) {
    return unnamed[place];
  }

  /** Of all, the share that is led to an address of a stranger. */
  double strangers(int place) {
    return strangers[place];
  }

  /** Of all, the share led to an address where its instance does not answer. */
  double stale(int place) {
    return silent[place] + strangers[place];
  }
}
