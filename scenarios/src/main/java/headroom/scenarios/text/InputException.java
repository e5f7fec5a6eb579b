package headroom.scenarios.text;

import java.util.List;

/** Thrown when an input is wrong: every complaint at once, in the order of their places. */
public final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 100;

  private final transient List<Complaint> complaints;

  public InputException(List<Complaint> complaints) {
    super(text(complaints));
    this.complaints = complaints.stream().sorted().distinct().toList();
  }

  public InputException(Position position, String message) {
    this(List.of(new Complaint(position, "", message)));
  }

  public List<Complaint> complaints() {
    return complaints;
  }

  /** Throws when there is something to complain about. */
  public static void throwIfAny(List<Complaint> complaints) {
    if (!complaints.isEmpty()) {
      throw new InputException(complaints);
    }
  }

  private static String text(List<Complaint> unsorted) {
    List<Complaint> sorted = unsorted.stream().sorted().distinct().toList();
    StringBuilder text = new StringBuilder();
    sorted.stream().limit(SHOWN).forEach(each -> text.append(each).append('\n'));
    if (sorted.size() > SHOWN) {
      text.append("... and ").append(sorted.size() - SHOWN).append(" more\n");
    }
    return text.append(sorted.size())
        .append(sorted.size() == 1 ? " problem" : " problems")
        .append("; nothing was run.")
        .toString();
  }
}
