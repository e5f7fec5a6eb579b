package headroom.fleet.flow;

import headroom.random.Distribution;
import java.util.ArrayList;
import java.util.List;

/**
 * Those of an origin's requests whose users give up after one time: of as many as there are strata
 * of a patience, each as likely as the others, that of the stratum's middle.
 */
final class PatientOrigin extends PartOfOrigin {

  private static final int STRATA = 32;

  private final double share;
  private final double patience;

  private PatientOrigin(Origin all, double share, double patience) {
    super(all);
    this.share = share;
    this.patience = patience;
  }

  /** An origin by the patience of its users: itself alone where that has no end. */
  static List<Origin> strata(Origin all) {
    Distribution law = all.rule().patience().orElse(null);
    if (law == null) {
      return List.of(all);
    }
    List<Origin> strata = new ArrayList<>();
    int count = law.coefficientOfVariation() == 0 ? 1 : STRATA;
    for (int i = 0; i < count; i++) {
      strata.add(new PatientOrigin(all, 1.0 / count, law.quantile((i + 0.5) / count)));
    }
    return strata;
  }

  @Override
  double timeoutSeconds() {
    return Math.min(all().timeoutSeconds(), patience);
  }

  @Override
  boolean givesUpAfter(double seconds) {
    return seconds >= patience;
  }

  @Override
  double firsts(long from, long to) {
    return share * all().firsts(from, to);
  }

  @Override
  double mostPerSecond(long from, long to) {
    return share * all().mostPerSecond(from, to);
  }
}
