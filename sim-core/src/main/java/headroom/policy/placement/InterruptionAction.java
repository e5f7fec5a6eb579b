package headroom.policy.placement;

/** What becomes of a spot instance that the provider takes back (fleet sheet §1.6 [E13]). */
public enum InterruptionAction {
  /** It ends, and the group launches another. */
  TERMINATE("terminate"),
  /** It stops, keeps its place and its volume, and starts when it is granted again. */
  STOP("stop"),
  /** The same with its memory kept, which begins at the notice and is billed while it is written. */
  HIBERNATE("hibernate");

  private final String word;

  InterruptionAction(String word) {
    this.word = word;
  }

  /** As scenario files name it. */
  public String word() {
    return word;
  }

  /** True when it comes back, so that nothing is launched in its stead. */
  public boolean comesBack() {
    return this != TERMINATE;
  }
}
