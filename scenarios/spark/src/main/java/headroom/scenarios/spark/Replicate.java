package headroom.scenarios.spark;

import headroom.Engine;
import headroom.results.Run;
import headroom.scenarios.wire.Wire;
import headroom.spec.Scenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.Function;

/** What an executor does: the bytes of errands in, those of their replies out. */
final class Replicate implements Function<byte[], byte[]> {

  private static final long serialVersionUID = 1L;

  /**
   * Runs replications. What one throws is an answer, since it would throw it on any other executor
   * too; what the machine throws goes up, and Spark asks another.
   */
  @Override
  public byte[] call(byte[] bytes) throws IOException {
    Errands errands = Wire.read(bytes, Errands.class);
    long before = System.nanoTime();
    List<Reply> replies = new ArrayList<>();
    for (Errands.Errand each : errands.list()) {
      Scenario scenario = errands.scenarios().get(each.scenario());
      replies.add(reply(scenario, each));
    }
    return Wire.bytes(new Replies(System.nanoTime() - before, List.copyOf(replies)));
  }

  private static Reply reply(Scenario scenario, Errands.Errand errand) {
    try {
      Run run = errand.shown()
          ? Engine.show(scenario, errand.seed())
          : Engine.run(scenario, errand.seed());
      return Reply.of(run);
    } catch (RuntimeException thrown) {
      return Reply.of(thrown);
    }
  }
}
