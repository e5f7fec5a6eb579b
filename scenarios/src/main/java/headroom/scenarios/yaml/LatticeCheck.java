package headroom.scenarios.yaml;

import headroom.scenarios.experiment.Lattice;
import headroom.scenarios.experiment.Optimization;
import headroom.scenarios.experiment.Variant;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Checks what may be chosen before anything runs: every combination where all are tried; otherwise
 * every level in three of its combinations, since one that is possible in none is a mistake.
 */
final class LatticeCheck {
  private static final int MOST_TOLD = 50;
  private static final int MOST_CHECKED = 1000;
  private final Lattice lattice;
  private final Optimization question;
  private final Map<Complaint, String> complaints = new LinkedHashMap<>();

  LatticeCheck(Lattice lattice, Optimization question) {
    this.lattice = lattice;
    this.question = question;
  }

  void run() {
    if (lattice.size() <= Math.min(question.candidates(), MOST_CHECKED)) {
      lattice.all().forEach(point -> complaints(point).forEach(complaints::putIfAbsent));
    } else {
      levels();
    }
    InputException.throwIfAny(complaints.entrySet().stream()
        .limit(MOST_TOLD)
        .map(each -> Variants.inVariant(each.getKey(), each.getValue()))
        .toList());
  }

  private void levels() {
    List<ToIntFunction<Integer>> others = List.of(size -> size / 2, size -> 0, size -> size - 1);
    for (int f = 0; f < lattice.factors().size(); f++) {
      for (int level = 0; level < lattice.factors().get(f).levels().size(); level++) {
        int factor = f;
        int own = level;
        List<Map<Complaint, String>> tries =
            others.stream().map(place -> complaints(point(factor, own, place))).toList();
        if (tries.stream().noneMatch(Map::isEmpty)) {
          tries.get(0).forEach(complaints::putIfAbsent);
        }
      }
    }
  }

  private List<Integer> point(int factor, int level, ToIntFunction<Integer> others) {
    List<Integer> point = new ArrayList<>();
    for (int f = 0; f < lattice.factors().size(); f++) {
      int size = lattice.factors().get(f).levels().size();
      point.add(f == factor ? level : others.applyAsInt(size));
    }
    return point;
  }

  private Map<Complaint, String> complaints(List<Integer> point) {
    Map<Complaint, String> found = new LinkedHashMap<>();
    Variant variant = lattice.variants().apply(point);
    try {
      variant.source().trial();
    } catch (InputException wrong) {
      wrong.complaints().forEach(complaint -> found.put(complaint, variant.name()));
    }
    return found;
  }
}
