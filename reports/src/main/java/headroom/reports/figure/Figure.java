package headroom.reports.figure;

import java.util.List;

/** A picture as a value: what it shows and what it says, without how it is drawn. */
public sealed interface Figure
    permits TimeFigure,
        CurveFigure,
        BarFigure,
        HeatFigure,
        IntervalFigure,
        ScatterFigure,
        TornadoFigure {

  Caption caption();

  /** The named things in it that a reader must be able to tell apart, in order of importance. */
  List<Key> keys();
}
