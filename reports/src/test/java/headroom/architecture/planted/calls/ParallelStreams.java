package headroom.architecture.planted.calls;

import java.util.ArrayList;

/** Does what the ban of this name forbids. */
@SuppressWarnings("NonApiType")
final class ParallelStreams {

  int sum(ArrayList<Integer> numbers) {
    return numbers.parallelStream().mapToInt(Integer::intValue).sum();
  }
}
