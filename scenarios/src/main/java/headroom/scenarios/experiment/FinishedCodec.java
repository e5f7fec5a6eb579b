package headroom.scenarios.experiment;

import headroom.results.InstanceUsage;
import headroom.results.Metric;
import headroom.results.ResourceUsage;
import headroom.results.Usage;
import headroom.results.Usage.BalancerUsage;
import headroom.results.Usage.TransferUsage;
import headroom.results.Window;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finished trials as bytes, and back; the names of their figures are kept apart. */
final class FinishedCodec {

  private FinishedCodec() {}

  static void write(DataOutput out, Finished finished) throws IOException {
    out.writeLong(finished.seed());
    RecordCodec.write(out, finished.window());
    RecordCodec.writeNumbers(
        out,
        finished.figures().values().stream().mapToDouble(Double::doubleValue).toArray());
    write(out, finished.usage().instances());
    writeAll(out, finished.usage().balancers());
    writeAll(out, finished.usage().transfers());
    out.writeInt(finished.usage().resources().size());
    for (ResourceUsage resource : finished.usage().resources()) {
      out.writeUTF(resource.getClass().getSimpleName());
      RecordCodec.write(out, (Record) resource);
    }
  }

  /** Reads a trial that has figures of these names. */
  static Finished read(DataInput in, List<Metric> names) throws IOException {
    long seed = in.readLong();
    Window window = RecordCodec.read(in, Window.class);
    double[] values = RecordCodec.readNumbers(in);
    SortedMap<Metric, Double> figures = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      figures.put(names.get(i), values[i]);
    }
    InstanceUsage instances = instances(in);
    List<BalancerUsage> balancers = readAll(in, BalancerUsage.class);
    List<TransferUsage> transfers = readAll(in, TransferUsage.class);
    List<ResourceUsage> resources = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      resources.add((ResourceUsage) RecordCodec.read(in, kindOfResource(in.readUTF())));
    }
    return new Finished(
        seed, window, figures, new Usage(instances, balancers, transfers, resources));
  }

  static void writeAll(DataOutput out, List<? extends Record> records) throws IOException {
    out.writeInt(records.size());
    for (Record each : records) {
      RecordCodec.write(out, each);
    }
  }

  static <T extends Record> List<T> readAll(DataInput in, Class<T> type) throws IOException {
    List<T> records = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      records.add(RecordCodec.read(in, type));
    }
    return records;
  }

  private static Class<? extends Record> kindOfResource(String name) throws IOException {
    for (Class<?> kind : ResourceUsage.class.getPermittedSubclasses()) {
      if (kind.getSimpleName().equals(name)) {
        return kind.asSubclass(Record.class);
      }
    }
    throw new IOException("no resource " + name);
  }

  private static void write(DataOutput out, InstanceUsage usage) throws IOException {
    writeAll(out, usage.kinds());
    out.writeInt(usage.size());
    for (int row = 0; row < usage.size(); row++) {
      out.writeInt(usage.kind(row));
      out.writeBoolean(usage.isOpen(row));
      out.writeLong(usage.fromNanos(row));
      out.writeLong(usage.toNanos(row));
    }
  }

  private static InstanceUsage instances(DataInput in) throws IOException {
    InstanceUsage.Builder usage = new InstanceUsage.Builder();
    readAll(in, InstanceUsage.What.class).forEach(usage::kind);
    for (int left = in.readInt(); left > 0; left--) {
      int kind = in.readInt();
      if (in.readBoolean()) {
        usage.addOpen(kind, in.readLong(), in.readLong());
      } else {
        usage.add(kind, in.readLong(), in.readLong());
      }
    }
    return usage.build();
  }
}
