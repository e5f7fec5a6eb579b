package headroom.results;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The billed running intervals of every instance, in columns; 24 bytes an interval.
 *
 * <p>An interval begins when the instance enters {@code running} (boot included, pending not) and
 * ends when it leaves it; one still running at the end of the run ends there and is marked open.
 */
public final class InstanceUsage {

  /**
   * What an interval is of.
   *
   * @param group the group's name
   * @param type the instance type: "m5.large"
   * @param zone the availability zone
   * @param purchase how it is paid: "on-demand" (later "spot", …)
   * @param system operating system with a billing rule of its own: "linux", "windows", …
   */
  public record What(String group, String type, String zone, String purchase, String system) {

    What withType(Map<String, String> others) {
      return new What(group, others.getOrDefault(type, type), zone, purchase, system);
    }
  }

  private final List<What> kinds;
  private final int size;
  private final long[] from;
  private final long[] to;
  private final int[] what;
  private final int[] ordinal;
  private final int openFrom;

  private InstanceUsage(
      List<What> kinds, int size, long[] from, long[] to, int[] what, int[] ordinal, int openFrom) {
    this.kinds = List.copyOf(kinds);
    this.size = size;
    this.from = from;
    this.to = to;
    this.what = what;
    this.ordinal = ordinal;
    this.openFrom = openFrom;
  }

  public int size() {
    return size;
  }

  public long fromNanos(int row) {
    return from[row];
  }

  /** End of the interval; the end of the run for an open one. */
  public long toNanos(int row) {
    return to[row];
  }

  public What what(int row) {
    return kinds.get(what[row]);
  }

  /** All kinds of intervals there are, by number. */
  public List<What> kinds() {
    return kinds;
  }

  /** The number of an interval's kind. */
  public int kind(int row) {
    return what[row];
  }

  /** The number of the instance in its group; negative when nobody gave it one. */
  public int ordinal(int row) {
    return ordinal[row];
  }

  /** True when the instance was still running at the end of the run. */
  public boolean isOpen(int row) {
    return row >= openFrom;
  }

  /** The same with other types in the place of some, by name. */
  public InstanceUsage withTypes(Map<String, String> others) {
    Builder renamed = new Builder();
    int[] numbers =
        kinds.stream().mapToInt(kind -> renamed.kind(kind.withType(others))).toArray();
    int[] kind = Arrays.stream(what).map(number -> numbers[number]).toArray();
    return new InstanceUsage(renamed.kinds, size, from, to, kind, ordinal, openFrom);
  }

  /** The same without the intervals of some groups, named as owners are: "groups.web". */
  InstanceUsage without(Set<String> owners) {
    return of(owner -> !owners.contains(owner));
  }

  /** The intervals of some groups. */
  InstanceUsage of(Predicate<String> owner) {
    Builder rest = new Builder();
    for (int row = 0; row < size; row++) {
      if (owner.test("groups." + what(row).group())) {
        int kind = rest.kind(what(row));
        if (isOpen(row)) {
          rest.addOpen(kind, ordinal[row], from[row], to[row]);
        } else {
          rest.add(kind, ordinal[row], from[row], to[row]);
        }
      }
    }
    return rest.build();
  }

  /** Collects intervals during a run. */
  public static final class Builder {
    private static final int FEWEST = 64;

    private final java.util.ArrayList<What> kinds = new java.util.ArrayList<>();
    private long[] from = new long[FEWEST];
    private long[] to = new long[FEWEST];
    private int[] what = new int[FEWEST];
    private int[] ordinal = new int[FEWEST];
    private int size;
    private int openFrom = -1;

    /** The number of a kind of interval, to be given to {@link #add}. */
    public int kind(What kind) {
      int index = kinds.indexOf(kind);
      if (index < 0) {
        kinds.add(kind);
        index = kinds.size() - 1;
      }
      return index;
    }

    public void add(int kind, long fromNanos, long toNanos) {
      add(kind, -1, fromNanos, toNanos);
    }

    /** Adds an interval of the instance of this number. */
    public void add(int kind, long number, long fromNanos, long toNanos) {
      if (openFrom >= 0) {
        throw new IllegalStateException("an ended interval after the open ones");
      }
      append(kind, number, fromNanos, toNanos);
    }

    /** Adds an interval of an instance that runs on beyond the end; these come last. */
    public void addOpen(int kind, long fromNanos, long endNanos) {
      addOpen(kind, -1, fromNanos, endNanos);
    }

    /** The same of the instance of this number. */
    public void addOpen(int kind, long number, long fromNanos, long endNanos) {
      if (openFrom < 0) {
        openFrom = size;
      }
      append(kind, number, fromNanos, endNanos);
    }

    private void append(int kind, long number, long fromNanos, long toNanos) {
      if (toNanos < fromNanos) {
        throw new IllegalArgumentException("interval from " + fromNanos + " to " + toNanos);
      }
      if (size == from.length) {
        // By a quarter: of a large fleet, what is reserved in vain counts more than what is copied.
        resize(size + size / 4 + FEWEST);
      }
      from[size] = fromNanos;
      to[size] = toNanos;
      ordinal[size] = Math.toIntExact(number);
      what[size++] = kind;
    }

    private void resize(int rows) {
      from = Arrays.copyOf(from, rows);
      to = Arrays.copyOf(to, rows);
      what = Arrays.copyOf(what, rows);
      ordinal = Arrays.copyOf(ordinal, rows);
    }

    /** The intervals so far. */
    public InstanceUsage build() {
      // The columns are handed over, not held twice: full as they are, more would get new ones.
      resize(size);
      return new InstanceUsage(
          kinds, size, from, to, what, ordinal, openFrom < 0 ? size : openFrom);
    }
  }
}
