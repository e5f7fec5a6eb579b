package headroom.random;

/** The luck of one run: streams of random numbers by name, none kept here. */
public record Chance(long runSeed) {

  /** The stream that decides {@code purpose} for {@code owner}, such as "lifetime" for "web". */
  public Stream of(String owner, String purpose) {
    return Stream.root(runSeed).of(owner).of(purpose);
  }
}
