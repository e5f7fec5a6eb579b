package headroom.scenarios.text;

import java.util.Comparator;

/**
 * A place in an input: file as the user named it, line and column from 1; line 0 is the whole file.
 */
public record Position(String file, int line, int column) implements Comparable<Position> {

  /** The place of a value that a program made. */
  public static final Position NONE = new Position("", 0, 0);

  /** The place of a value given on the command line. */
  public static final Position SET = new Position("--set", 0, 0);

  private static final Comparator<Position> ORDER = Comparator.comparing(Position::file)
      .thenComparingInt(Position::line)
      .thenComparingInt(Position::column);

  /** The whole of a file. */
  public static Position ofFile(String file) {
    return new Position(file, 0, 0);
  }

  /** A line of a file, where a column would say nothing. */
  public static Position ofLine(String file, int line) {
    return new Position(file, line, 0);
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
