package headroom.supply;

/**
 * The CPU credits of one instance. Launch credits are spent first and are not counted in the cap;
 * what lies beyond the cap is lost (fleet sheet §1.8, [E15] to [E17]).
 */
public final class CreditBalance {

  private final CreditRule rule;
  private final CreditMode mode;
  private double launch;
  private double earned;
  private double borrowed;

  /**
   * The account of an instance that starts.
   *
   * @param launchCredits credits it is given
   */
  public CreditBalance(CreditRule rule, CreditMode mode, double launchCredits) {
    this.rule = rule;
    this.mode = mode;
    this.launch = launchCredits;
  }

  public CreditRule rule() {
    return rule;
  }

  public CreditMode mode() {
    return mode;
  }

  /** Lets so many hours pass in which so many credits were spent. */
  public void pass(double hours, double spent) {
    double given = Math.min(launch, spent);
    launch -= given;
    double net = earned - borrowed + rule.earnedPerHour() * hours - (spent - given);
    earned = Math.max(0, Math.min(rule.cap(), net));
    borrowed = mode == CreditMode.UNLIMITED ? Math.max(0, -net) : 0;
  }

  /** Credits it has. */
  public double balance() {
    return launch + earned;
  }

  /** Surplus credits that it has spent and neither paid back nor been charged for. */
  public double borrowed() {
    return borrowed;
  }

  /** Surplus credits beyond a day's earnings, which are charged at the end of an hour. */
  public void chargeExcess() {
    borrowed = Math.min(borrowed, rule.cap());
  }

  /** What was borrowed has been charged. */
  public void isPaid() {
    borrowed = 0;
  }

  /** Hours for which what it has lasts at least, where its CPU is in use by no more than a share. */
  public double hoursLeft(double mostCpu) {
    double net = rule.spent(mostCpu, 1) - rule.earnedPerHour();
    return net > 0 ? balance() / net : Double.POSITIVE_INFINITY;
  }
}
