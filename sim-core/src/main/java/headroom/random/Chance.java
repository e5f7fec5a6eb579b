package headroom.random;

/**
 * The luck of one run: streams of random numbers by name, none kept here.
 *
 * @param runSeed what it depends on
 * @param mirrored whether every uniform u is 1 - u instead: the antithetic luck of the same seed
 */
public record Chance(long runSeed, boolean mirrored) {

  /** The luck of a seed as it is. */
  public Chance(long runSeed) {
    this(runSeed, false);
  }

  /** The stream that decides {@code purpose} for {@code owner}, such as "lifetime" for "web". */
  public Stream of(String owner, String purpose) {
    return Stream.root(runSeed, mirrored).of(owner).of(purpose);
  }
}
