package headroom.fleet.flow;

/**
 * How a connected part stands between two moments, as far as rates may be wrong there.
 *
 * @param doubt how far rates may be wrong; above 1, too far
 * @param kind the state that makes it so: backlog, load, wait, losses; empty when there is none
 * @param size a class of instances at work: a quarter more makes another
 * @param load a class of load, 5 % wide
 * @param speed a class of speed, 5 % wide
 * @param depth a class of backlog, by its wait in seconds: twice as much makes another
 */
public record Condition(double doubt, String kind, int size, int load, int speed, int depth) {

  /** No reason to doubt. */
  public static final Condition CALM = new Condition(0, "", 0, 0, 0, 0);

  /** The same, whatever the doubt: what makes two windows alike. */
  public Condition stratum() {
    return new Condition(0, kind, size, load, speed, depth);
  }
}
