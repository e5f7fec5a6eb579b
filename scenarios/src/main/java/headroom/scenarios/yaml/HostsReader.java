package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BYTES;
import static headroom.scenarios.yaml.Scalars.NUMBER;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.problem.Problem;
import headroom.supply.Hosts;
import headroom.supply.Resources;
import java.util.List;
import java.util.Optional;

/** Reads the hosts of the cloud. */
final class HostsReader {

  private static final double GIB = 1L << 30;

  private HostsReader() {}

  static Read<Hosts> read(Node node) {
    Hosts usual = Hosts.USUAL;
    Resources host = usual.each().orElse(Resources.NONE);
    MapReader map = MapReader.of(node, "{racks: 100, per-rack: 40, vcpus: 96, memory: 384 GiB}");
    Given<Integer> racks = map.or("racks", WHOLE, String.valueOf(usual.racks()));
    Given<Integer> perRack = map.or("per-rack", WHOLE, String.valueOf(usual.perRack()));
    Given<Double> vcpus = map.or("vcpus", NUMBER, String.valueOf((int) host.vcpus()));
    Given<Double> memory =
        map.or("memory", BYTES.map(bytes -> bytes / GIB), (int) host.memoryGiB() + " GiB");
    return map.build(
        Hosts.class,
        () -> {
          List<Problem> negative = Resources.problems(vcpus.get(), memory.get());
          return negative.isEmpty()
              ? Hosts.problems(racks.get(), perRack.get(), new Resources(vcpus.get(), memory.get()))
              : negative;
        },
        () -> new Hosts(
            racks.get(), perRack.get(), Optional.of(new Resources(vcpus.get(), memory.get()))));
  }
}
