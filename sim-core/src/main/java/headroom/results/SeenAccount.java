package headroom.results;

/** Tells the account of a workload's expected requests what became of single ones. */
final class SeenAccount implements Account {

  private final RateAccount account;
  private final double slowSeconds;

  SeenAccount(RateAccount account, double slowSeconds) {
    this.account = account;
    this.slowSeconds = slowSeconds;
  }

  @Override
  public boolean keepsStops() {
    return false;
  }

  @Override
  public void offered(long now) {
    account.offered(now, now + 1, 1);
    account.simulated(now);
  }

  @Override
  public void attempted(long arrived) {
    account.attempted(arrived, arrived + 1, 1);
  }

  @Override
  public void degraded(long arrived) {
    account.degraded(arrived, arrived + 1, 1);
  }

  @Override
  public void succeeded(long arrived, long now, Journey journey) {
    double seconds = (now - arrived) / 1e9;
    boolean slow = seconds > slowSeconds;
    account.answered(arrived, seconds, slow ? journey.why(now) : "");
    if (account.isShown()) {
      account.took(arrived, seconds, 1);
    }
  }

  @Override
  public void failed(long arrived, long now, How how, String why, Journey journey) {
    account.lost(arrived, how, why);
  }
}
