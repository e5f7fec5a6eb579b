package headroom.scenarios.spark;

import headroom.Engine;
import headroom.scenarios.wire.Wire;
import java.io.IOException;
import org.apache.spark.api.java.function.Function;

/** What an executor does: an errand's bytes in, a reply's out. */
final class Replicate implements Function<byte[], byte[]> {

  private static final long serialVersionUID = 1L;

  /**
   * Runs a replication. What it throws is an answer, since it would throw it on any other executor
   * too; what the machine throws goes up, and Spark asks another.
   */
  @Override
  public byte[] call(byte[] errand) throws IOException {
    return Wire.bytes(reply(Wire.read(errand, Errand.class)));
  }

  private static Reply reply(Errand errand) {
    try {
      return Reply.of(
          errand.shown()
              ? Engine.show(errand.scenario(), errand.seed())
              : Engine.run(errand.scenario(), errand.seed()));
    } catch (RuntimeException thrown) {
      return Reply.of(thrown);
    }
  }
}
