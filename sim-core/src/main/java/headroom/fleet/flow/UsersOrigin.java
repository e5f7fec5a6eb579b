package headroom.fleet.flow;

import headroom.workload.RequestClass;
import headroom.workload.Workload;

/** Requests of users who think between one and the next, or those of one class. */
final class UsersOrigin extends PartOfOrigin {

  private final Population population;
  private final double share;

  private UsersOrigin(OfWorkload all, Population population) {
    super(all);
    this.population = population;
    this.share = all.share();
  }

  /** Where a workload's requests come from; of users where it has sessions. */
  static Origin of(Workload workload, Population population) {
    return new UsersOrigin(new OfWorkload(workload), population);
  }

  static Origin of(Workload workload, RequestClass one, Population population) {
    return new UsersOrigin(new OfWorkload(workload, one), population);
  }

  @Override
  Population population() {
    return population;
  }

  @Override
  boolean isFedBack() {
    return true;
  }

  @Override
  double firsts(long from, long to) {
    return share * population.firsts();
  }

  @Override
  double mostPerSecond(long from, long to) {
    return share * population.rate();
  }

  @Override
  void ended(double count, double failed, double inSeconds) {
    population.ended(count, failed);
  }
}
