package headroom.spec;

/**
 * A name by which one part of a scenario means another. Known as soon as the name is read, so that
 * a wrong one is told even where the rest of its part was rejected.
 *
 * @param at where it stands: "workloads.shoppers.to"
 * @param kind what it must be the name of
 * @param name the name
 */
public record Reference(String at, Kind kind, String name) {

  /** What a name can stand for. */
  public enum Kind {
    DESTINATION("name, load balancer or group"),
    PLACE("load balancer or group"),
    GROUP("group"),
    ZONE("zone"),
    REGION("region"),
    PROVIDER("provider"),
    TYPE("type in the price book"),
    IMAGE("image or preset"),
    LAUNCH_SERVICE("launch service"),
    HOSTS("pool of hosts"),
    CLASS("class of requests"),
    ALARM("alarm"),
    METRIC_ALARM("alarm over a metric");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** What it is called in a message. */
    String words() {
      return words;
    }
  }
}
