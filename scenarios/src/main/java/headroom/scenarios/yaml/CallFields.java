package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BYTES;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.scenarios.text.Bytes;
import headroom.scenarios.text.Tree;
import headroom.spec.Reference.Kind;
import headroom.workload.Cache;
import headroom.workload.Call;
import headroom.workload.Fallback;
import headroom.workload.Workload;
import java.util.List;
import java.util.Optional;

/** The fields of a call, which may stand beside those of the step that holds it. */
final class CallFields {

  static final String EXAMPLE = "{to: db, timeout: 500ms}";

  private final Given<String> to;
  private final Given<String> name;
  private final Given<Double> probability;
  private final Given<Integer> count;
  private final ClientFields client;
  private final Given<Fallback> fallback;
  private final Given<Optional<Cache>> cache;
  private final Given<List<String>> classes;
  private final Given<Long> requestBytes;
  private final Given<Long> responseBytes;

  CallFields(MapReader map, Node node) {
    to = map.required("to", NAME, "db");
    node.refers("to", Kind.DESTINATION, to);
    name = map.or("name", NAME, Trees.text(to.value().orElse("x")));
    probability = map.or("probability", PERCENT, "100%");
    count = map.or("count", WHOLE, "1");
    client = ClientFields.ofCall(map);
    fallback = map.or("fallback", FallbackReader.READER, "fail");
    cache = map.or("cache", Scalars.orNone(CacheReader.READER), Scalars.NONE);
    classes = map.or("classes", NAME.list("[checkout]"), Tree.list(List.of()));
    node.refersToAll("classes", Kind.CLASS, classes);
    requestBytes = map.or("request-bytes", BYTES, Bytes.text(Workload.DEFAULT_REQUEST_BYTES));
    responseBytes = map.or("response-bytes", BYTES, Bytes.text(Workload.DEFAULT_RESPONSE_BYTES));
  }

  List<Problem> problems() {
    return Problems.of()
        .addAll("", client.problems())
        .addAll(
            "",
            Call.problems(probability.get(), count.get(), requestBytes.get(), responseBytes.get()))
        .list();
  }

  Call call() {
    return new Call(
        name.get(),
        to.get(),
        client.client(),
        probability.get(),
        count.get(),
        fallback.get(),
        cache.get(),
        classes.get(),
        requestBytes.get(),
        responseBytes.get());
  }
}
