package headroom.policy.scaling;

import java.util.ArrayDeque;

/** What a horizontal pod autoscaler recommended and did of late. */
public final class PodMemory {

  private final HorizontalPodAutoscaling rule;
  private final ArrayDeque<Point> recommended = new ArrayDeque<>();
  private final ArrayDeque<Point> changes = new ArrayDeque<>();
  private final long longestPeriod;

  private record Point(long at, int pods) {}

  PodMemory(HorizontalPodAutoscaling rule) {
    this.rule = rule;
    long longest = 0;
    for (PodBehaviour way : new PodBehaviour[] {rule.scaleUp(), rule.scaleDown()}) {
      for (PodBehaviour.Pace pace : way.policies()) {
        longest = Math.max(longest, pace.period().toNanos());
      }
    }
    this.longestPeriod = longest;
  }

  /** What comes of a recommendation: the number of pods to have now. */
  public int decide(int current, int recommendation, int min, int max, long now) {
    int stable = stabilised(current, recommendation, now);
    int wanted = Math.max(min, Math.min(max, paced(current, stable, now)));
    if (wanted != current) {
      changes.add(new Point(now, wanted - current));
    }
    return wanted;
  }

  /** The highest of the window before fewer, the lowest before more. */
  private int stabilised(int current, int recommendation, long now) {
    long up = rule.scaleUp().stabilizationWindow().toNanos();
    long down = rule.scaleDown().stabilizationWindow().toNanos();
    if (recommended.isEmpty()) {
      // What is there when it begins to look counts as recommended.
      recommended.add(new Point(now, current));
    }
    forget(recommended, now - Math.max(up, down));
    int lowest = recommendation;
    int highest = recommendation;
    for (Point point : recommended) {
      lowest = now - point.at() <= up && up > 0 ? Math.min(lowest, point.pods()) : lowest;
      highest = now - point.at() <= down && down > 0 ? Math.max(highest, point.pods()) : highest;
    }
    recommended.add(new Point(now, recommendation));
    return Math.min(Math.max(current, lowest), highest);
  }

  private int paced(int current, int wanted, long now) {
    forget(changes, now - longestPeriod);
    if (wanted > current) {
      return Math.min(wanted, bound(rule.scaleUp(), true, current, now));
    }
    return wanted < current ? Math.max(wanted, bound(rule.scaleDown(), false, current, now)) : current;
  }

  private int bound(PodBehaviour way, boolean up, int current, long now) {
    if (way.selectPolicy() == PodBehaviour.Select.DISABLED) {
      return current;
    }
    boolean furthest = way.selectPolicy() == PodBehaviour.Select.MAX;
    boolean takesLarger = up == furthest;
    int bound = takesLarger ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    for (PodBehaviour.Pace pace : way.policies()) {
      int begun = current - changedSince(now - pace.period().toNanos());
      int one = up ? pace.most(begun) : pace.least(begun);
      bound = takesLarger ? Math.max(bound, one) : Math.min(bound, one);
    }
    // What was done already may exceed what a stricter moment would allow; it is not taken back.
    return up ? Math.max(current, bound) : Math.min(current, bound);
  }

  private int changedSince(long since) {
    int changed = 0;
    for (Point point : changes) {
      changed += point.at() > since ? point.pods() : 0;
    }
    return changed;
  }

  private static void forget(ArrayDeque<Point> points, long before) {
    while (!points.isEmpty() && points.element().at() < before) {
      points.remove();
    }
  }
}
