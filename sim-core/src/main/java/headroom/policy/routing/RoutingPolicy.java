package headroom.policy.routing;

/** Chooses the target of a request among those it may go to. Open: a library user can add one. */
public interface RoutingPolicy {

  /** A fresh memory of one pool of targets; the fleet keeps it and hands it back. */
  default Memory memory() {
    return new Memory();
  }

  /** True when {@link TargetsView#leastOutstanding()} is asked, which costs upkeep. */
  default boolean needsOutstandingOrder() {
    return false;
  }

  /** True when response times or failures are asked, which costs upkeep. */
  default boolean needsOutcomes() {
    return false;
  }

  /**
   * True when each sender's target is a matter of luck, whatever other requests do: targets get
   * streams of their own, as independent as the senders are.
   */
  default boolean isByChance() {
    return false;
  }

  /**
   * The index, from 0 to {@code targets.size() - 1}, of the chosen target.
   *
   * @param targets at least one target
   */
  int choose(TargetsView targets, RequestView request, Memory memory);

  /** What a rule may remember between two choices. */
  class Memory {
    /** A counter for rules that go round. */
    public int next;
  }
}
