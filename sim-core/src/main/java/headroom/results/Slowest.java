package headroom.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Picks the requests that {@link SlowRequests} tells of, while they are answered and fail. */
final class Slowest {

  private static final int MOST = SlowRequests.MOST;

  /** The one to go first: the fastest, and of two equally fast ones the later. */
  private static final Comparator<SlowRequests.Told> FASTEST_FIRST = Comparator.comparingLong(
          SlowRequests.Told::tookNanos)
      .thenComparing(SlowRequests.Told::arrivedNanos, Comparator.reverseOrder());

  private final PriorityQueue<SlowRequests.Told> slowest = new PriorityQueue<>(FASTEST_FIRST);
  private final Map<List<String>, List<SlowRequests.Told>> failed = new LinkedHashMap<>();

  /** True when an answered request that took so long is among the slowest so far. */
  boolean wants(long tookNanos) {
    SlowRequests.Told fastest = slowest.peek();
    return slowest.size() < MOST || fastest == null || tookNanos > fastest.tookNanos();
  }

  /** Takes a request that is wanted. */
  void answered(SlowRequests.Told request) {
    slowest.add(request);
    if (slowest.size() > MOST) {
      slowest.remove();
    }
  }

  /** True when few that failed in this manner are known so far. */
  boolean wants(How how, String why) {
    List<SlowRequests.Told> alike = failed.get(List.of(how.word(), why));
    return alike == null ? failed.size() < MOST : alike.size() < MOST;
  }

  /** Takes a failed request that is wanted. */
  void failed(How how, SlowRequests.Told request) {
    failed
        .computeIfAbsent(List.of(how.word(), request.why()), k -> new ArrayList<>())
        .add(request);
  }

  SlowRequests told() {
    List<SlowRequests.Told> byTime = new ArrayList<>(slowest);
    byTime.sort(FASTEST_FIRST.reversed());
    return new SlowRequests(byTime, someOfEach());
  }

  private List<SlowRequests.Told> someOfEach() {
    List<SlowRequests.Told> some = new ArrayList<>();
    for (int rank = 0; rank < MOST; rank++) {
      for (List<SlowRequests.Told> alike : failed.values()) {
        if (rank < alike.size() && some.size() < MOST) {
          some.add(alike.get(rank));
        }
      }
    }
    some.sort(Comparator.comparingLong(SlowRequests.Told::arrivedNanos));
    return some;
  }
}
