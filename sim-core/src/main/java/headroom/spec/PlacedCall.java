package headroom.spec;

import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Service;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of a service and where it stands.
 *
 * @param at its place: "groups.web.serves.calls[0].parallel[1]"
 * @param call the call
 * @param share how often its step makes it, 0 to 1: 1 but for one of several
 */
record PlacedCall(String at, Call call, double share) {

  /** Every call of a service, in the order of the file. */
  static List<PlacedCall> of(String group, Service service) {
    List<PlacedCall> placed = new ArrayList<>();
    for (int i = 0; i < service.calls().size(); i++) {
      addAll(placed, at(group) + "[" + i + "]", service.calls().get(i));
    }
    return placed;
  }

  /** The place of all calls of a group. */
  static String at(String group) {
    return "groups." + group + ".serves.calls";
  }

  private static void addAll(List<PlacedCall> placed, String at, CallStep step) {
    if (step instanceof CallStep.One one) {
      placed.add(new PlacedCall(at, one.call(), 1));
    } else if (step instanceof CallStep.Parallel parallel) {
      for (int i = 0; i < parallel.calls().size(); i++) {
        placed.add(new PlacedCall(at + ".parallel[" + i + "]", parallel.calls().get(i), 1));
      }
    } else if (step instanceof CallStep.OneOf oneOf) {
      double all =
          oneOf.options().stream().mapToDouble(CallStep.OneOf.Option::share).sum();
      for (int i = 0; i < oneOf.options().size(); i++) {
        CallStep.OneOf.Option option = oneOf.options().get(i);
        placed.add(new PlacedCall(at + ".one-of[" + i + "]", option.call(), option.share() / all));
      }
    }
  }
}
