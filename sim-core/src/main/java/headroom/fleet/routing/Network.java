package headroom.fleet.routing;

import headroom.fleet.traffic.Attempt;
import headroom.fleet.traffic.Detour;
import headroom.fleet.traffic.SentFrom;
import headroom.spec.Geography;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/** What lies between clients, balancers and instances, and which of it is broken. */
public final class Network {

  /** The end of what is not over yet. */
  static final long OPEN = Long.MAX_VALUE;

  private final List<Cut> cuts = new ArrayList<>();
  private final Map<String, NodesDown> nodesDown = new LinkedHashMap<>();
  private final List<NodeListener> nodeListeners = new ArrayList<>();
  private final Map<String, Plane> planes = new LinkedHashMap<>();
  private final Geography places;
  private boolean mayBreak;

  /** What changes the balancers of a region. */
  private static final class Plane {
    private final List<LongConsumer> whenBack = new ArrayList<>();
    private String downBy = "";
  }

  /** A network in which nothing is broken. */
  public Network(Geography places) {
    this.places = places;
  }

  /** Which zone lies in which region. */
  Geography places() {
    return places;
  }

  /**
   * Zones that nothing passes to or from, but among themselves.
   *
   * @param fromNanos when it began
   * @param toNanos when it was over; {@link #OPEN} while it is not
   */
  record Cut(String cause, Set<String> zones, long fromNanos, long toNanos) {

    boolean separates(String one, String other) {
      return zones.contains(one) != zones.contains(other);
    }
  }

  /**
   * The balancers' own nodes of a zone are down, or were.
   *
   * @param fromNanos since when
   * @param toNanos when they were back; {@link #OPEN} while they are not
   */
  record NodesDown(String cause, long fromNanos, long toNanos) {}

  /** Hears that the balancers' nodes of a zone go down. */
  @FunctionalInterface
  interface NodeListener {
    void nodesGo(String zone, String cause, long nowNanos);
  }

  /**
   * Lets a request from a region afar wait until it and its answer have had their way; false when
   * the way takes no time. The answer's way is waited out beforehand: what the sender sees is the
   * same, and who answers is asked earlier than in reality by half of it.
   */
  boolean delays(Attempt request, String region, Detour then, long now) {
    String zone = SentFrom.zone(request);
    String from = zone.isEmpty() ? SentFrom.near(request) : places.ofZone(zone);
    long way = places.roundTripNanos(from, region);
    if (way > 0) {
      request.waitFor(then, now + way);
    }
    return way > 0;
  }

  /** False when the balancers' own nodes are down in all of these zones. */
  public boolean hasNode(List<String> zones) {
    return nodesDown.isEmpty()
        || zones.stream().anyMatch(zone -> {
          NodesDown down = nodesDown.get(zone);
          return down == null || down.toNanos() < OPEN;
        });
  }

  /** From now on balancers keep track of who comes in where; before there are requests. */
  public void expectTrouble() {
    mayBreak = true;
  }

  /** True when zones may be cut off or balancers' nodes may go. */
  public boolean mayBreak() {
    return mayBreak;
  }

  void hearNodes(NodeListener listener) {
    nodeListeners.add(listener);
  }

  /** Cuts zones off from all others. */
  public void cut(String cause, List<String> zones, long now) {
    cuts.removeIf(old -> old.cause().equals(cause));
    cuts.add(new Cut(cause, new TreeSet<>(zones), now, OPEN));
  }

  /** A cut is over. */
  public void mend(String cause, long now) {
    cuts.replaceAll(
        cut -> cut.cause().equals(cause) ? new Cut(cause, cut.zones(), cut.fromNanos(), now) : cut);
  }

  /** Every cut there is, and the last of each cause that is over. */
  List<Cut> cuts() {
    return cuts;
  }

  /** The cause that keeps two zones apart just now; empty for none, or for an unknown zone. */
  String between(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return "";
    }
    for (Cut cut : cuts) {
      if (cut.toNanos() == OPEN && cut.separates(one, other)) {
        return cut.cause();
      }
    }
    return "";
  }

  /** The balancers' own nodes of a zone go down. */
  public void nodesGo(String zone, String cause, long now) {
    nodesDown.put(zone, new NodesDown(cause, now, OPEN));
    nodeListeners.forEach(listener -> listener.nodesGo(zone, cause, now));
  }

  /** They are back. */
  public void nodesComeBack(String zone, long now) {
    nodesDown.computeIfPresent(
        zone, (key, down) -> new NodesDown(down.cause(), down.fromNanos(), now));
  }

  /** What became of the balancers' nodes of zones where they ever went down. */
  Map<String, NodesDown> nodesDown() {
    return nodesDown;
  }

  private Plane plane(String region) {
    return planes.computeIfAbsent(region, name -> new Plane());
  }

  /** Balancers of regions take in no targets, let none go and do not grow until it is back. */
  public void planeGoesDown(List<String> regions, String cause) {
    regions.forEach(region -> plane(region).downBy = cause);
  }

  public void planeComesBack(List<String> regions, long now) {
    for (String region : regions) {
      Plane plane = plane(region);
      plane.downBy = "";
      List<LongConsumer> due = List.copyOf(plane.whenBack);
      plane.whenBack.clear();
      due.forEach(one -> one.accept(now));
    }
  }

  /** What keeps balancers of a region from being changed; empty for nothing. */
  public String planeDownBy(String region) {
    Plane plane = planes.get(region);
    return plane == null ? "" : plane.downBy;
  }

  /** Does something once balancers of a region can be changed again. */
  public void whenPlaneIsBack(String region, LongConsumer something) {
    plane(region).whenBack.add(something);
  }
}
