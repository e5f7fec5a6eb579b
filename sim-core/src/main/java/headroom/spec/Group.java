package headroom.spec;

import headroom.policy.placement.Mix;
import headroom.policy.placement.Placement;
import headroom.policy.placement.Weights;
import headroom.policy.scaling.ScalingRule;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Constant;
import headroom.supply.Disk;
import headroom.supply.Nat;
import headroom.supply.Worth;
import headroom.workload.Service;
import java.util.List;
import java.util.Optional;

/**
 * An Auto Scaling group: equal instances kept at a wanted number, spread over zones.
 *
 * @param name its name in the scenario
 * @param type the instance type's name
 * @param image the image's name; empty for the one usual at the time
 * @param zones the zones it launches into
 * @param size how many instances
 * @param scaling what changes the number, in the scenario's order
 * @param settings what holds for all scaling
 * @param health how a broken instance is found out
 * @param serves what an instance does for requests
 * @param startsCold true when the first instances are launched at time zero, not in service then
 * @param worth on which type that was measured, and what it comes to on the group's own
 * @param otherTypes types launched where the cloud has no other, in order of preference
 * @param weights how many units of its size an instance of each type counts for
 * @param mix how much of it is on-demand and how much spot
 * @param placement how its instances are spread over hardware
 * @param upkeep what it does with its instances beside scaling
 * @param disk the volume that each instance comes with; empty for that of its image
 * @param publicIp whether each instance has a public IPv4 address
 * @param pod on which nodes its instances run, where they are pods
 * @param performance how fast its instances are beside what their type says
 * @param elasticIps Elastic IPs that the group keeps; its instances take them as they come
 * @param nat what they exchange with the internet from private subnets; empty for public ones
 * @param monitoringBilled whether its monitoring is on the bill where it is detailed
 * @param hosts on which hosts of the account's own it lies; empty for the cloud's alone
 */
public record Group(
    String name,
    String type,
    Optional<String> image,
    List<String> zones,
    Size size,
    List<ScalingRule> scaling,
    ScalingSettings settings,
    Health health,
    Service serves,
    boolean startsCold,
    Worth worth,
    List<String> otherTypes,
    Weights weights,
    Mix mix,
    Placement placement,
    Upkeep upkeep,
    Optional<Disk> disk,
    boolean publicIp,
    Optional<Pod> pod,
    Performance performance,
    int elasticIps,
    Optional<Nat> nat,
    boolean monitoringBilled,
    Optional<HostUse> hosts) {

  /** Of nodes, to which no requests go. */
  public static final Service NO_SERVICE = new Service(1, 0, new Constant(1));

  private static final int MOST_ELASTIC_IPS = 10_000;

  public static List<Problem> problems(List<String> zones) {
    return Problems.of()
        .require("zones", !zones.isEmpty(), "must name at least one zone", "for example [a, b]")
        .require(
            "zones",
            zones.stream().distinct().count() == zones.size(),
            "must not name a zone twice")
        .list();
  }

  /** What is wrong with what its instances are given beside. */
  public static List<Problem> problems(boolean publicIp, int elasticIps, boolean isPrivate) {
    return Problems.of()
        .require(
            "elastic-ips",
            elasticIps >= 0 && elasticIps <= MOST_ELASTIC_IPS,
            "must be between 0 and " + MOST_ELASTIC_IPS + ", was " + elasticIps)
        .require(
            "elastic-ips",
            elasticIps == 0 || !publicIp,
            "take the place of what public-ip gives each instance",
            "one of them")
        .require(
            "nat",
            !isPrivate || (!publicIp && elasticIps == 0),
            "is for private subnets, where instances have no public addresses",
            "leave out public-ip and elastic-ips")
        .list();
  }

  public Group {
    zones = List.copyOf(zones);
    scaling = List.copyOf(scaling);
    otherTypes = List.copyOf(otherTypes);
    Problems.throwIfAny(problems(zones));
    Problems.throwIfAny(problems(publicIp, elasticIps, nat.isPresent()));
  }

  /** How many instances of its first type come to the size that it begins with. */
  public int firstInstances() {
    return Weights.fewest(size.desired(), weights.of(type));
  }

  /** How its instances lie, in which placement group. */
  public Placement lies() {
    return placement.in(name);
  }

  /** A group by what nobody can guess; everything else has its default. */
  public static Builder of(String name, String type, Size size, Service serves) {
    return new Builder(name, type, size, serves);
  }

  /** The same group, to be changed. */
  public Builder toBuilder() {
    return new Builder(name, type, size, serves)
        .image(image)
        .zones(zones)
        .scaling(scaling)
        .settings(settings)
        .health(health)
        .startsCold(startsCold)
        .worth(worth)
        .otherTypes(otherTypes)
        .weights(weights)
        .mix(mix)
        .placement(placement)
        .upkeep(upkeep)
        .disk(disk)
        .publicIp(publicIp)
        .pod(pod)
        .performance(performance)
        .elasticIps(elasticIps)
        .nat(nat)
        .monitoringBilled(monitoringBilled)
        .hosts(hosts);
  }

  /** A group in the making. */
  public static final class Builder {
    private String name;
    private String type;
    private Optional<String> image = Optional.empty();
    private List<String> zones = Scenario.DEFAULT_ZONES;
    private Size size;
    private List<ScalingRule> scaling = List.of();
    private ScalingSettings settings = ScalingSettings.DEFAULT;
    private Health health = Health.DEFAULT;
    private Service serves;
    private boolean startsCold;
    private Worth worth = Worth.AS_MEASURED;
    private List<String> otherTypes = List.of();
    private Weights weights = Weights.EQUAL;
    private Mix mix = Mix.ON_DEMAND;
    private Placement placement = Placement.DEFAULT;
    private Upkeep upkeep = Upkeep.DEFAULT;
    private Optional<Disk> disk = Optional.empty();
    private boolean publicIp;
    private Optional<Pod> pod = Optional.empty();
    private Performance performance = Performance.USUAL;
    private int elasticIps;
    private Optional<Nat> nat = Optional.empty();
    private boolean monitoringBilled;
    private Optional<HostUse> hosts = Optional.empty();

    private Builder(String name, String type, Size size, Service serves) {
      this.name = name;
      this.type = type;
      this.size = size;
      this.serves = serves;
    }

    public Builder name(String value) {
      name = value;
      return this;
    }

    public Builder type(String value) {
      type = value;
      return this;
    }

    public Builder image(Optional<String> value) {
      image = value;
      return this;
    }

    public Builder zones(List<String> value) {
      zones = value;
      return this;
    }

    public Builder size(Size value) {
      size = value;
      return this;
    }

    public Builder scaling(List<ScalingRule> value) {
      scaling = value;
      return this;
    }

    public Builder settings(ScalingSettings value) {
      settings = value;
      return this;
    }

    public Builder health(Health value) {
      health = value;
      return this;
    }

    public Builder serves(Service value) {
      serves = value;
      return this;
    }

    public Builder startsCold(boolean value) {
      startsCold = value;
      return this;
    }

    public Builder worth(Worth value) {
      worth = value;
      return this;
    }

    public Builder otherTypes(List<String> value) {
      otherTypes = value;
      return this;
    }

    public Builder weights(Weights value) {
      weights = value;
      return this;
    }

    public Builder mix(Mix value) {
      mix = value;
      return this;
    }

    public Builder disk(Optional<Disk> value) {
      disk = value;
      return this;
    }

    public Builder publicIp(boolean value) {
      publicIp = value;
      return this;
    }

    public Builder pod(Optional<Pod> value) {
      pod = value;
      return this;
    }

    public Builder performance(Performance value) {
      performance = value;
      return this;
    }

    public Builder elasticIps(int value) {
      elasticIps = value;
      return this;
    }

    public Builder nat(Optional<Nat> value) {
      nat = value;
      return this;
    }

    public Builder monitoringBilled(boolean value) {
      monitoringBilled = value;
      return this;
    }

    public Builder hosts(Optional<HostUse> value) {
      hosts = value;
      return this;
    }

    public Builder placement(Placement value) {
      placement = value;
      return this;
    }

    public Builder upkeep(Upkeep value) {
      upkeep = value;
      return this;
    }

    /**
     * The group.
     *
     * @throws headroom.problem.InvalidInputException when its parts do not fit together
     */
    public Group build() {
      return new Group(
          name,
          type,
          image,
          zones,
          size,
          scaling,
          settings,
          health,
          serves,
          startsCold,
          worth,
          otherTypes,
          weights,
          mix,
          placement,
          upkeep,
          disk,
          publicIp,
          pod,
          performance,
          elasticIps,
          nat,
          monitoringBilled,
          hosts);
    }
  }
}
