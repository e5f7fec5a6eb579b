package headroom.fleet.flow;

import headroom.workload.Service;

/**
 * Instances that share a section which only one request can be in at a time.
 *
 * <p>What they can serve together is what a closed network of their workers and the section can
 * (machine repair: Kleinrock, "Queueing Systems" 1, 1975, §3.8; Gunther's contention is its limit);
 * with any law of either, and with lines of their own before the workers, a {@link SerialTrial} tells
 * that and the rest, once for each load that is met.
 */
final class SerialLaw extends TrialLaw<SerialTrial.Result> {

  // Where many may wait, all places are taken at higher loads.
  private static final double FULL = 1.1;

  private final int size;
  private final boolean pooled;
  private final double ca2;
  private final boolean byChance;
  private final double most;

  /**
   * The law of so many instances.
   *
   * @param pooled they are like one instance with all their workers and places
   * @param ca2 squared coefficient of variation of the gaps of all that comes
   */
  SerialLaw(
      int number,
      Service service,
      double speed,
      Room room,
      double size,
      boolean pooled,
      double ca2,
      boolean byChance) {
    super(number, service, speed, room.workers(), room.places(), ca2 / Math.max(1, size));
    this.size = (int) Math.max(1, size);
    this.pooled = pooled;
    this.ca2 = ca2;
    this.byChance = byChance;
    this.most = trial().most();
  }

  static boolean isNeeded(Service service) {
    return service.serial().isPresent();
  }

  private SerialTrial trial() {
    int lines = pooled ? 1 : size;
    int each = pooled ? size * workers : workers;
    double room = pooled ? size * places : places;
    return new SerialTrial(service, speed, lines, each, room, ca2, byChance);
  }

  @Override
  boolean tellsQueue() {
    return true;
  }

  @Override
  SerialTrial.Result tryAt(int level) {
    boolean isFull = places >= StationStep.FEW_PLACES && load(level) > FULL;
    SerialTrial.Result result = isFull ? at(level - 1) : trial(Math.max(load(level), load(1)));
    if (level > 0) {
      queue[level] = isFull ? (pooled ? size : 1) * places : result.waiting() / (pooled ? 1 : size);
      refused[level] = isFull ? 1 - 1 / load(level) : result.refused();
    }
    return result;
  }

  private SerialTrial.Result trial(double load) {
    return trial().run(load * most, load);
  }

  @Override
  double capacity(double instances, double alone) {
    return most * bound(instances) / bound(size);
  }

  /** What so many instances could do if nobody ever waited for anybody. */
  private double bound(double instances) {
    double section = service.serial().orElseThrow().mean();
    return Math.min(instances * workers / (time.mean() + section), 1 / section) * speed;
  }

  @Override
  double besidesSeconds(int level) {
    return at(level).sectionSeconds();
  }

  @Override
  double besidesWhenFull() {
    return Math.max(0, (double) size * workers / most - time.mean() / speed);
  }

  @Override
  double waitSeconds(int level) {
    return level == 0 ? 0 : at(level).waitSeconds();
  }

  @Override
  double waitShare(int level) {
    return level == 0 ? 0 : at(level).waitShare();
  }

  @Override
  double factor(int level) {
    double queued = queue(level);
    return queued / Math.max(queued + waitShare(level), 1e-12);
  }

  /** All pass the section: of each, what is not its own work. */
  @Override
  Waits waits(int level) {
    return at(level).besides();
  }

  @Override
  Profile makeProfile(int level) {
    return new Profile(time, speed, 1, waits(level));
  }
}
