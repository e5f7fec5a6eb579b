package headroom.fleet.flow;

import headroom.workload.Service;

/** The numbers of instances for which a station's law is worked out; others use the one below. */
enum LawSizes {
  /** What waits is shared by all. */
  POOLED(1.06, 16, Double.POSITIVE_INFINITY),
  /** Arrivals are shared out in turn: beyond the last they are as good as regular. */
  IN_TURN(1.06, 16, 64),
  /** Each is worked out request by request. */
  BY_TRIAL(1.12, 16, Double.POSITIVE_INFINITY);

  private final double step;
  private final double each;
  private final double most;

  LawSizes(double step, double each, double most) {
    this.step = step;
    this.each = each;
    this.most = most;
  }

  static LawSizes of(Service service, boolean pooled) {
    return SerialLaw.isNeeded(service) ? BY_TRIAL : pooled ? POOLED : IN_TURN;
  }

  double nearest(double count) {
    double wanted = Math.min(count, most);
    if (wanted < each + 0.5) {
      return Math.max(1, Math.floor(wanted + 0.5));
    }
    double size = each;
    while (next(size) <= wanted) {
      size = next(size);
    }
    return size;
  }

  private double next(double size) {
    return Math.ceil(size * step);
  }

  /** The least number of instances for which a size stands. */
  double from(double size) {
    return size <= 1 ? 0 : size <= each ? size - 0.5 : size;
  }

  /** The number from which another size stands. */
  double to(double size) {
    if (next(size) > most) {
      return Double.POSITIVE_INFINITY;
    }
    return size < each ? size + 0.5 : next(size);
  }
}
