package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BYTES;
import static headroom.scenarios.yaml.Scalars.TEXT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.scenarios.text.Tree;
import headroom.supply.Disk;
import java.util.Optional;

/** Reads the volume that instances come with. */
final class DiskReader {

  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;

  private DiskReader() {}

  static Read<Disk> read(Node node) {
    MapReader map = MapReader.of(node, "{kind: gp3, size: 30 GiB}");
    Given<String> kind = map.required("kind", TEXT, "gp3");
    boolean gp3 = kind.value().equals(Optional.of("gp3"));
    Given<Integer> size = map.required("size", whole(BYTES, GIB, "GiB"), "30 GiB");
    Given<Integer> iops = map.or("iops", WHOLE, gp3 ? "" + Disk.GP3_IOPS : "0");
    Given<Integer> throughput = map.or(
        "throughput",
        whole(DiskReader::perSecond, MIB, "MiB/s"),
        gp3 ? Disk.GP3_MIB_PER_SECOND + " MiB/s" : "0 MiB/s");
    Given<Integer> snapshot = map.or("snapshot", whole(BYTES, MIB, "MiB"), "0 MiB");
    Given<Boolean> deleted = map.or("delete-on-termination", Scalars.BOOLEAN, "true");
    return map.build(
        Disk.class,
        () -> Disk.problems(kind.get(), size.get(), iops.get(), throughput.get(), snapshot.get()),
        () -> new Disk(
            kind.get(), size.get(), iops.get(), throughput.get(), snapshot.get(), deleted.get()));
  }

  /** Bytes each second, which are written as data with {@code /s}. */
  private static Read<Long> perSecond(Node node) {
    if (!(node.tree() instanceof Tree.Scalar scalar) || !scalar.text().endsWith("/s")) {
      node.complain("must be a throughput such as 125 MiB/s, was " + node.tree().shown());
      return Read.rejected(node.tree());
    }
    String data = scalar.text().substring(0, scalar.text().length() - 2).strip();
    Tree bytes = new Tree.Scalar(scalar.position(), data, false);
    Read<Long> read = BYTES.read(new Node(bytes, node.path(), node.session()));
    return new Read<>(read.value(), node.tree());
  }

  private static Reader<Integer> whole(Reader<Long> reader, long unit, String name) {
    return node -> {
      Read<Long> read = reader.read(node);
      Optional<Long> bytes = read.value();
      boolean fits = bytes
          .filter(value -> value % unit == 0 && value / unit <= Integer.MAX_VALUE)
          .isPresent();
      if (bytes.isPresent() && !fits) {
        node.complain(
            "must be a whole number of " + name + ", was " + node.tree().shown());
      }
      return fits
          ? new Read<>(bytes.map(value -> Math.toIntExact(value / unit)), read.full())
          : Read.rejected(read.full());
    };
  }
}
