package headroom.scenarios.experiment;

import headroom.results.Metric;
import headroom.results.Usage;
import headroom.results.Window;
import headroom.scenarios.wire.WireReader;
import headroom.scenarios.wire.WireWriter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finished trials as bytes, and back; the names of their figures are kept apart. */
final class FinishedCodec {

  private FinishedCodec() {}

  static void write(DataOutput out, Finished finished) throws IOException {
    WireWriter wire = new WireWriter(out);
    wire.write(finished.seed());
    wire.write(finished.window());
    wire.write(
        finished.figures().values().stream().mapToDouble(Double::doubleValue).toArray());
    wire.write(finished.usage());
  }

  /** Reads a trial that has figures of these names. */
  static Finished read(DataInput in, List<Metric> names) throws IOException {
    WireReader wire = new WireReader(in);
    long seed = wire.read(Long.class);
    Window window = wire.read(Window.class);
    double[] values = wire.read(double[].class);
    SortedMap<Metric, Double> figures = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      figures.put(names.get(i), values[i]);
    }
    return new Finished(seed, window, figures, wire.read(Usage.class));
  }

  static void writeNames(DataOutput out, List<Metric> names) throws IOException {
    new WireWriter(out).write(names);
  }

  static List<Metric> readNames(DataInput in) throws IOException {
    List<?> names = new WireReader(in).read(List.class);
    return names.stream().map(Metric.class::cast).toList();
  }
}
