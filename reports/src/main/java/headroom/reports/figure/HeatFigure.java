package headroom.reports.figure;

import java.util.List;

/**
 * A value for each pair of two factors' levels, as shades.
 *
 * @param caption the words around it
 * @param lightest the value of the lightest shade; NaN for the least there is
 * @param across the factor across
 * @param columns its levels from left to right
 * @param down the factor down
 * @param rows its levels from the top down
 * @param cells the values, row by row
 */
public record HeatFigure(
    Caption caption,
    double lightest,
    String across,
    List<String> columns,
    String down,
    List<String> rows,
    List<Cell> cells)
    implements Figure {

  /**
   * One value.
   *
   * @param value how dark it is; NaN where there is none
   * @param said as a person reads it
   */
  public record Cell(double value, String said) {}

  public HeatFigure {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    cells = List.copyOf(cells);
    if (cells.size() != columns.size() * rows.size()) {
      throw new IllegalArgumentException(
          cells.size() + " cells in " + rows.size() + " rows of " + columns.size());
    }
  }

  /** None: each cell says its value. */
  @Override
  public List<Key> keys() {
    return List.of();
  }
}
