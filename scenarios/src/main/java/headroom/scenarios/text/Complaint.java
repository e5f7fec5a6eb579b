package headroom.scenarios.text;

import headroom.problem.Problem;
import java.util.Comparator;

/**
 * One thing wrong with an input, and where: {@code file:line:column  path: message}.
 *
 * @param position where it was written
 * @param path which value, as a path from the top of the file; empty for the file itself
 * @param message what is wrong and what would work
 */
public record Complaint(Position position, String path, String message)
    implements Comparable<Complaint> {

  private static final Comparator<Complaint> ORDER = Comparator.comparing(Complaint::position)
      .thenComparing(Complaint::path)
      .thenComparing(Complaint::message);

  /** A problem of a record, told where the record was written. */
  public static Complaint of(Position position, String path, Problem problem) {
    Problem placed = problem.within(path);
    return new Complaint(position, placed.field(), placed.message());
  }

  @Override
  public int compareTo(Complaint other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String place = position.toString();
    String lead = place.isEmpty() ? "" : place + "  ";
    return path.isEmpty() ? lead + message : lead + path + ": " + message;
  }
}
