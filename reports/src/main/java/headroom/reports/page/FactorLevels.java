package headroom.reports.page;

import headroom.reports.figure.Text;
import headroom.reports.figure.Tick;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The levels of a study's only factor along an axis: by their number where all have one in the same
 * unit, else side by side.
 *
 * @param ordered the variants from left to right
 * @param path the factor
 * @param numbers the levels' numbers; empty where they have none
 */
record FactorLevels(List<StudyFacts.Variant> ordered, String path, List<Double> numbers) {

  private static final Pattern QUANTITY = Pattern.compile("([-+]?[0-9]*\\.?[0-9]+)(.*)");
  private static final int MOST_LABELS = 8;
  private static final int LONGEST = 24;

  static FactorLevels of(StudyFacts facts) {
    String path = facts.paths().isEmpty() ? "" : facts.paths().get(0);
    List<StudyFacts.Variant> variants = facts.variants();
    List<Matcher> matches = variants.stream()
        .map(each -> QUANTITY.matcher(each.set().getOrDefault(path, "")))
        .filter(Matcher::matches)
        .toList();
    long units = matches.stream().map(match -> match.group(2)).distinct().count();
    if (matches.size() != variants.size() || units != 1) {
      return new FactorLevels(variants, path, List.of());
    }
    List<StudyFacts.Variant> ordered = variants.stream()
        .sorted(Comparator.comparingDouble(each -> number(each, path)))
        .toList();
    return new FactorLevels(
        ordered, path, ordered.stream().map(each -> number(each, path)).toList());
  }

  private static double number(StudyFacts.Variant variant, String path) {
    Matcher match = QUANTITY.matcher(variant.set().getOrDefault(path, ""));
    return match.matches() ? Double.parseDouble(match.group(1)) : Double.NaN;
  }

  /** Whether they can be told apart along an axis. */
  boolean isLine() {
    return numbers.isEmpty()
        ? ordered.size() <= MOST_LABELS
        : numbers.stream().distinct().count() > 1;
  }

  /** Whether they are whole parts of a scenario, not values. */
  boolean areParts() {
    return ordered.stream()
        .map(each -> each.set().getOrDefault(path, ""))
        .anyMatch(level -> level.startsWith("[") || level.startsWith("{"));
  }

  double[] places() {
    double[] places = new double[ordered.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = numbers.isEmpty() ? i : numbers.get(i);
    }
    return places;
  }

  /** A label for each level, or for some when there are many; the last bounds the axis. */
  List<Tick> ticks() {
    double[] places = places();
    List<Tick> ticks = new ArrayList<>();
    int every = (places.length - 1) / MOST_LABELS + 1;
    for (int i = 0; i < places.length; i++) {
      String label = ordered.get(i).set().getOrDefault(path, ordered.get(i).name());
      boolean isLast = i == places.length - 1;
      boolean isShown = isLast || (i % every == 0 && places.length - 1 - i >= every);
      if (isShown) {
        ticks.add(new Tick(places[i], Text.cut(label, LONGEST)));
      }
    }
    return ticks;
  }
}
