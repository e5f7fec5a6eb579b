package headroom.fleet.hybrid;

import headroom.fleet.flow.Condition;
import headroom.fleet.flow.FlowSeam;
import headroom.fleet.flow.Measured;
import headroom.results.TalliedAccount;
import headroom.results.Tally;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Windows that are alike are a stratum: the first few are simulated, with rates going on in the
 * shade; of the others, which are left to rates, the mean difference between the two is a
 * correction. A window that goes through several conditions is cut into pieces, one of each.
 *
 * <p>The difference is a ratio estimate: the sum of differences over the sum of requests offered
 * while rates were in doubt, times the requests of the window that is corrected.
 */
final class Strata {

  private final FlowSeam seam;
  private final Map<String, TalliedAccount> accounts = new LinkedHashMap<>();
  private final Function<String, TalliedAccount> accountOf;
  private final int most;
  private final Map<Condition, Stratum> strata = new LinkedHashMap<>();

  // The window at hand.
  private final Set<Condition> met = new LinkedHashSet<>();
  private final Map<String, Tally> told = new LinkedHashMap<>();
  private final Map<String, Tally> shade = new LinkedHashMap<>();
  private final Map<String, Measured> waits = new LinkedHashMap<>();
  private Map<String, Measured> waitsBefore = new LinkedHashMap<>();
  private Condition key = Condition.CALM;
  private boolean simulated;
  private boolean calm;
  private double offered;
  private long from;

  /**
   * No strata yet.
   *
   * @param accountOf the account of a workload
   * @param most how many of a kind are simulated at first
   */
  Strata(FlowSeam seam, Function<String, TalliedAccount> accountOf, int most) {
    this.seam = seam;
    this.accountOf = accountOf;
    this.most = most;
  }

  /**
   * True when enough is known of windows like this. Of the later ones the 8th, 16th, 32nd … are
   * simulated as well, so that what changes with time is not missed.
   */
  boolean knows(Condition condition) {
    Stratum stratum = strata.get(condition.stratum());
    if (stratum == null || stratum.simulated() < most || stratum.offered() <= 0) {
      return false;
    }
    int next = stratum.met() + (met.contains(condition.stratum()) ? 0 : 1);
    return Integer.bitCount(next) > 1;
  }

  /** True when the window may go on under a condition. */
  boolean goesOnKnown(Condition condition) {
    return condition.stratum().equals(key) || knows(condition);
  }

  private Stratum stratum() {
    return strata.computeIfAbsent(key, k -> new Stratum());
  }

  /** A window begins; before rates are suspended for it. */
  void begin(Condition condition, boolean isSimulated, long now) {
    simulated = isSimulated;
    if (simulated) {
      seam.beginShade(now);
    }
    // Workloads are added after their group.
    seam.workloads().forEach(workload -> accounts.computeIfAbsent(workload.name(), accountOf));
    accounts.values().forEach(TalliedAccount::beginTally);
    beginPiece(condition, now);
  }

  private void beginPiece(Condition condition, long now) {
    key = condition.stratum();
    from = now;
    calm = false;
    offered = 0;
    if (met.add(key)) {
      stratum().meet();
      if (simulated) {
        stratum().simulate();
      }
    }
    if (simulated) {
      waitsBefore = seam.measuredInShade();
    }
  }

  /** The window goes on under a condition. */
  void goOn(Condition condition, long now) {
    if (calm || !condition.stratum().equals(key)) {
      endPiece(now, false);
      beginPiece(condition, now);
    }
  }

  /** Rates, which go on in the shade, would have closed it here. */
  void calmsDown(long now) {
    if (!calm) {
      read(now);
      offered = offered();
      calm = true;
    }
  }

  /** Servers did so much. */
  void measured(String group, Measured by) {
    waits.merge(group, by, (a, b) -> a.plus(b, 1));
  }

  /** The window ends; before requests hand over. */
  void end(long now) {
    endPiece(now, true);
    if (simulated) {
      seam.endShade(now);
    }
    accounts.values().forEach(TalliedAccount::endTally);
    met.clear();
  }

  private void endPiece(long now, boolean last) {
    read(now);
    if (simulated) {
      credit();
    } else {
      correct(now, last);
    }
    told.clear();
    shade.clear();
    waits.clear();
  }

  private void read(long now) {
    accounts.forEach((workload, account) ->
        told.computeIfAbsent(workload, w -> new Tally()).add(account.takeTally(), 1));
    if (simulated) {
      seam.takeShade(now)
          .forEach((workload, tally) ->
              shade.computeIfAbsent(workload, w -> new Tally()).add(tally, 1));
    }
  }

  private double offered() {
    return told.values().stream().mapToDouble(Tally::offered).sum();
  }

  private void credit() {
    stratum().offered(calm ? offered : offered());
    told.forEach((workload, tally) ->
        stratum().told(workload, tally, shade.getOrDefault(workload, new Tally())));
    seam.measuredInShade().forEach((group, all) -> {
      Measured before = waitsBefore.getOrDefault(group, Measured.NOTHING);
      Measured byRequests = waits.getOrDefault(group, Measured.NOTHING);
      stratum().waited(group, byRequests, all.plus(before, -1));
    });
  }

  private void correct(long now, boolean last) {
    double all = offered();
    told.forEach((workload, tally) -> account(workload)
        .correct(
            from,
            now,
            tally,
            stratum().difference(workload, all),
            stratum().requests(workload),
            last));
    seam.groups().forEach(group -> seam.correctWaits(group, stratum().waits(group, all)));
  }

  private TalliedAccount account(String workload) {
    TalliedAccount account = accounts.get(workload);
    if (account == null) {
      throw new IllegalStateException("no workload " + workload);
    }
    return account;
  }
}
