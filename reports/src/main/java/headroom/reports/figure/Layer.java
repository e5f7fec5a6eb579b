package headroom.reports.figure;

/**
 * One series of a figure.
 *
 * @param name what it shows
 * @param tone its colour and dash
 * @param shape how it is drawn
 * @param points its values; a value holds until the next point's x
 */
public record Layer(String name, Tone tone, Shape shape, Points points) {

  /** How a series is drawn. */
  public enum Shape {
    /** A line from point to point. */
    LINE,
    /** A line that holds each value until the next point. */
    STEP,
    /** A line over a tinted area. */
    FILL,
    /** A filled band on top of the bands before it, in steps. */
    STACK,
    /** A filled band on top of the bands before it, from point to point. */
    SLOPED_STACK
  }

  public boolean stacked() {
    return shape == Shape.STACK || shape == Shape.SLOPED_STACK;
  }

  public boolean stepped() {
    return shape == Shape.STEP || shape == Shape.STACK;
  }

  Key key() {
    return new Key(name, tone, stacked());
  }

  /** The same layer with other points. */
  public Layer with(Points others) {
    return new Layer(name, tone, shape, others);
  }
}
