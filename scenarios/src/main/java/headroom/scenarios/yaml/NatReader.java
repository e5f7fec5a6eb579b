package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BYTES;

import headroom.supply.Nat;

/** Reads what instances in private subnets exchange with the internet. */
final class NatReader {

  private NatReader() {}

  static Read<Nat> read(Node node) {
    MapReader map = MapReader.of(node, "{receives: 4 kB, at-launch: 300 MiB}");
    Given<Long> receives = map.or("receives", BYTES, "0 B");
    Given<Long> sends = map.or("sends", BYTES, "0 B");
    Given<Long> atLaunch = map.or("at-launch", BYTES, "0 B");
    return map.build(
        Nat.class,
        () -> Nat.problems(receives.get(), sends.get(), atLaunch.get()),
        () -> new Nat(receives.get(), sends.get(), atLaunch.get()));
  }
}
