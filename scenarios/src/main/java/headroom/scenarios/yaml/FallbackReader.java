package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.NAME;

import headroom.scenarios.text.Tree;
import headroom.spec.Reference;
import headroom.workload.Fallback;
import java.util.Map;

/** Reads what a service does when a call has failed for good. */
final class FallbackReader {

  static final Reader<Fallback> READER =
      Reader.withStandIns(FallbackReader::read, new Fallback.Fail(), new Fallback.Degrade());

  private static final Map<String, Fallback> PLAIN = Words.<Fallback>of("fail", new Fallback.Fail())
      .and("degrade", new Fallback.Degrade())
      .table();

  private FallbackReader() {}

  private static Read<Fallback> read(Node node) {
    if (node.tree() instanceof Tree.Fields) {
      MapReader map = MapReader.of(node, "{to: db-copy}");
      Given<String> to = map.required("to", NAME, "db-copy");
      node.refers("to", Reference.Kind.DESTINATION, to);
      return map.build(Fallback.Instead.class, () -> new Fallback.Instead(to.get()));
    }
    return Scalars.word("fallback", PLAIN).read(node);
  }
}
