package headroom.fleet.traffic;

import headroom.random.Chance;
import headroom.random.Stream;
import headroom.results.How;
import headroom.workload.Client;

/**
 * One way from whoever sends to whoever answers, with what holds for every request on it: a
 * workload's way to its destination, or a service's way to another.
 */
abstract class Line {

  final Traffic traffic;
  final Destination destination;
  final Client client;
  final Patience patience;
  private final long timeoutNanos;
  private final int[] classNumbers;
  private final Stream demand;
  private final Stream backoff;
  private final Stream keys;
  private final Stream senders;
  private final Stream routing;
  private final boolean givesUpFirst;

  /** A line whose luck belongs to an owner: a workload, or a call of a group. */
  Line(Traffic traffic, Destination destination, Client client, Chance chance, String owner) {
    this.demand = chance.of(owner, "service-demand");
    this.backoff = chance.of(owner, "backoff");
    this.keys = chance.of(owner, "calls");
    this.senders = chance.of(owner, "senders");
    this.routing = chance.of(owner, "routing");
    this.traffic = traffic;
    this.destination = destination;
    this.client = client;
    // A balancer that hears nothing gives up too: whoever is first ends it.
    this.timeoutNanos = Math.min(client.timeoutNanos(), destination.answersWithinNanos());
    this.givesUpFirst = client.timeoutNanos() <= destination.answersWithinNanos();
    this.patience = new Patience(traffic.simulation(), timeoutNanos == Long.MAX_VALUE);
    this.classNumbers = traffic.kinds().numbersAt(destination);
  }

  /** When an attempt that is sent now is given up. */
  final long giveUpAt(long now) {
    return timeoutNanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + timeoutNanos;
  }

  /** True when the sender's timeout is over before the balancer's. */
  final boolean givesUpFirst() {
    return givesUpFirst;
  }

  /** The key of whoever sends a request that belongs to no user of a session. */
  final long senderOf(long ordinal) {
    return senders.bits(ordinal);
  }

  /** The key of the connection such a request comes on: one of its own. */
  long connectionOf(long ordinal) {
    return senderOf(ordinal);
  }

  /** When that was opened. */
  long connectedAt(long ordinal, long sentAt) {
    return sentAt;
  }

  /** Luck of the choice of a target for an attempt. */
  final double routingLuck(long ordinal, int number, int k) {
    return routing.at(routing.bits(ordinal, number), k);
  }

  /** The number the destination's group knows a kind of request by. */
  final int classNumber(int kind) {
    return classNumbers[kind];
  }

  /** Who sends, in messages: "workload 'shoppers'". */
  abstract String sender();

  /** Where it leads: a load balancer's or a group's name. */
  abstract String destinationName();

  /** Whether its senders are clients, and no group of the fleet. */
  abstract boolean isFromOutside();

  /** The group that sends, as the owners of a bill's lines are named; empty for clients outside. */
  String caller() {
    return "";
  }

  /** The region that clients outside are near; empty for none, and for services. */
  String near() {
    return "";
  }

  abstract long bytesIn(int kind);

  abstract long bytesOut(int kind);

  /** Share of a new connection that an attempt needs. */
  abstract double connectionsPerRequest();

  /**
   * Luck of the work that an attempt asks for. The first asks what was drawn at the arrival; what
   * makes a further one quick or slow is its own luck, keyed by request and attempt.
   */
  final double demandLuck(long ordinal, int number) {
    return number == 1 ? demand.at(ordinal) : demand.at(ordinal, number);
  }

  final double backoffLuck(long ordinal, int retry) {
    return backoff.at(ordinal, retry);
  }

  /** The key of an attempt, for the luck of what it asks of others. */
  final long callKey(long ordinal, int number) {
    return keys.bits(ordinal, number);
  }

  /** A request waits for its next attempt. */
  void backsOff(Exchange exchange) {}

  /** It does so no more. */
  void backOffEnds(Exchange exchange) {}

  /** An attempt that was the whole request was answered. */
  abstract void answered(Attempt attempt, long now);

  /** An attempt that was the whole request failed. */
  abstract void failed(Attempt attempt, How how, String why, long now);
}
