package headroom.reports.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The runs of this session by number: one at a time for each variant, the last few kept. */
final class LiveRuns {

  private static final int KEPT = 6;

  private final Map<Integer, LiveRun> runs = new LinkedHashMap<>();
  private final Map<String, Integer> latest = new LinkedHashMap<>();
  private int last;

  /** Starts a run in the place of the variant's last one, which is given up. */
  synchronized int start(String variant, LiveRun run) {
    Optional.ofNullable(latest.get(variant)).map(runs::get).ifPresent(LiveRun::stop);
    last++;
    latest.put(variant, last);
    runs.put(last, run.start());
    while (runs.size() > KEPT) {
      Integer oldest = runs.keySet().iterator().next();
      Optional.ofNullable(runs.remove(oldest)).ifPresent(LiveRun::stop);
    }
    return last;
  }

  synchronized Optional<LiveRun> of(String number) {
    return number.matches("[0-9]{1,9}")
        ? Optional.ofNullable(runs.get(Integer.valueOf(number)))
        : Optional.empty();
  }

  synchronized void stop() {
    runs.values().forEach(LiveRun::stop);
  }
}
