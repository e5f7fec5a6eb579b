package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/** One step of what a service asks of others; the steps of a service follow each other. */
public sealed interface CallStep {

  /** Every call there may be in this step, in order. */
  List<Call> calls();

  /**
   * One call.
   *
   * @param call the call
   */
  record One(Call call) implements CallStep {
    @Override
    public List<Call> calls() {
      return List.of(call);
    }
  }

  /**
   * Several calls at once; the step ends with the last of them, or when one fails for good.
   *
   * @param calls at least two
   */
  record Parallel(List<Call> calls) implements CallStep {

    public static List<Problem> problems(List<Call> calls) {
      return Problems.of()
          .require("parallel", calls.size() >= 2, "must hold at least two calls")
          .list();
    }

    public Parallel {
      calls = List.copyOf(calls);
      Problems.throwIfAny(problems(calls));
    }
  }

  /**
   * One of several calls, by their shares.
   *
   * @param options at least two
   */
  record OneOf(List<Option> options) implements CallStep {

    /**
     * A call that may be the one.
     *
     * @param share relative weight, above 0
     * @param call the call
     */
    public record Option(double share, Call call) {

      public static List<Problem> problems(double share) {
        return Problems.of().positive("share", share).list();
      }

      public Option {
        Problems.throwIfAny(problems(share));
      }
    }

    public static List<Problem> problems(List<Option> options) {
      return Problems.of()
          .require("one-of", options.size() >= 2, "must hold at least two calls")
          .list();
    }

    public OneOf {
      options = List.copyOf(options);
      Problems.throwIfAny(problems(options));
    }

    @Override
    public List<Call> calls() {
      return options.stream().map(Option::call).toList();
    }
  }
}
