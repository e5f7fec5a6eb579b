package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.PERCENT;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.scenarios.text.Tree;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.CallStep.OneOf;
import headroom.workload.CallStep.Parallel;
import java.util.List;

/** Reads what a service asks of others: steps one after another, each a call or several. */
final class CallReader {

  private static final String EXAMPLE = "[" + CallFields.EXAMPLE + "]";

  private static final Reader<CallStep> STEP = CallReader::step;

  static final Reader<List<CallStep>> STEPS = STEP.list(EXAMPLE);

  private static final Reader<Call> CALL = CallReader::call;

  private static final Reader<OneOf.Option> OPTION = CallReader::option;

  private CallReader() {}

  private static Read<CallStep> step(Node node) {
    if (node.tree() instanceof Tree.Fields map && map.fields().containsKey("parallel")) {
      return parallel(node);
    }
    if (node.tree() instanceof Tree.Fields map && map.fields().containsKey("one-of")) {
      return oneOf(node);
    }
    return call(node).map(CallStep.One::new);
  }

  private static Read<Call> call(Node node) {
    MapReader map = MapReader.of(node, CallFields.EXAMPLE);
    CallFields fields = new CallFields(map, node);
    return map.build(Call.class, fields::problems, fields::call);
  }

  private static Read<CallStep> parallel(Node node) {
    MapReader map = MapReader.of(node, "{parallel: [{to: a}, {to: b}]}");
    Given<List<Call>> calls = map.required("parallel", CALL.list(EXAMPLE), "[{to: a}, {to: b}]");
    return map.build(
        Parallel.class, () -> Parallel.problems(calls.get()), () -> new Parallel(calls.get()));
  }

  private static Read<CallStep> oneOf(Node node) {
    String example = "[{share: 70%, to: a}, {share: 30%, to: b}]";
    MapReader map = MapReader.of(node, "{one-of: " + example + "}");
    Given<List<OneOf.Option>> options = map.required("one-of", OPTION.list(example), example);
    return map.build(
        OneOf.class, () -> OneOf.problems(options.get()), () -> new OneOf(options.get()));
  }

  private static Read<OneOf.Option> option(Node node) {
    MapReader map = MapReader.of(node, "{share: 70%, to: a}");
    Given<Double> share = map.required("share", PERCENT, "70%");
    CallFields fields = new CallFields(map, node);
    return map.build(
        OneOf.Option.class,
        () -> optionProblems(share.get(), fields),
        () -> new OneOf.Option(share.get(), fields.call()));
  }

  private static List<Problem> optionProblems(double share, CallFields fields) {
    return Problems.of()
        .addAll("", OneOf.Option.problems(share))
        .addAll("", fields.problems())
        .list();
  }
}
