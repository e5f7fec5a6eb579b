package headroom.fleet.flow;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;

/** What waits, in order of arrival; it knows before whom nobody waits any more who gives up. */
final class Cohorts implements Iterable<Cohort> {

  private static final int FEW = 64;

  private final List<Cohort> all = new ArrayList<>();
  /** Where the first one that is still here stands. */
  private int head;
  /** So many of those that are here are given up by all who do not wait for ever. */
  private int givenUp;

  boolean isEmpty() {
    return head == all.size();
  }

  int size() {
    return all.size() - head;
  }

  Cohort get(int index) {
    return all.get(head + index);
  }

  Cohort peek() {
    if (isEmpty()) {
      throw new NoSuchElementException("nothing waits");
    }
    return all.get(head);
  }

  Cohort last() {
    return all.get(all.size() - 1);
  }

  void add(Cohort cohort) {
    all.add(cohort);
  }

  /** Takes out the first. */
  void remove() {
    head++;
    givenUp = Math.max(0, givenUp - 1);
    if (head > FEW && head > all.size() / 2) {
      all.subList(0, head).clear();
      head = 0;
    }
  }

  /** Takes out the last. */
  void removeLast() {
    all.remove(all.size() - 1);
    givenUp = Math.min(givenUp, size());
  }

  /** The first that somebody may still give up. */
  int firstAwaited() {
    return givenUp;
  }

  void nextIsAwaited() {
    givenUp++;
  }

  void clear() {
    all.clear();
    head = 0;
    givenUp = 0;
  }

  void replaceAll(UnaryOperator<Cohort> by) {
    all.subList(head, all.size()).replaceAll(by);
  }

  @Override
  public Iterator<Cohort> iterator() {
    return all.subList(head, all.size()).iterator();
  }
}
