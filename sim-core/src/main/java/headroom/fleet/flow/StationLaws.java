package headroom.fleet.flow;

import headroom.workload.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The laws of one station: one for each of some numbers of instances, and each speed. */
final class StationLaws {

  private final Service service;
  private final ServiceTime time;
  private final Map<Double, Map<Double, QueueLaw>> bySpeedAndSize = new TreeMap<>();
  private final List<QueueLaw> byNumber = new ArrayList<>();
  private double gapCv2 = 1;
  private boolean pooled;

  // The last answer, and for which numbers of instances it holds.
  private double from = Double.POSITIVE_INFINITY;
  private double to;
  private double speed;
  private QueueLaw last;

  StationLaws(Service service, ServiceTime time) {
    this.service = service;
    this.time = time;
    this.last = of(1, 1);
  }

  /**
   * Sets what arrives; to be told before anything is asked of the laws.
   *
   * @param cv2 squared coefficient of variation of the gaps
   * @param asOnePool true when instances share what waits, as far as who is served next goes
   */
  void arrivals(double cv2, boolean asOnePool) {
    gapCv2 = cv2;
    pooled = asOnePool;
    to = 0;
    bySpeedAndSize.clear();
    byNumber.clear();
  }

  double gapCv2() {
    return gapCv2;
  }

  QueueLaw get(int number) {
    return byNumber.get(number);
  }

  /** The law of so many instances at a share of their speed. */
  QueueLaw of(double instances, double share) {
    if (instances < from || instances >= to || share != speed) {
      double size = LawSizes.nearest(instances, pooled);
      from = LawSizes.from(size);
      to = LawSizes.to(size, pooled);
      speed = share;
      last = bySpeedAndSize
          .computeIfAbsent(share, any -> new TreeMap<>())
          .computeIfAbsent(size, this::make);
    }
    return last;
  }

  private QueueLaw make(double size) {
    int workers = (int) Math.min(1e9, pooled ? size * service.workers() : service.workers());
    double places = pooled ? size * service.queue() : service.queue();
    double cv2 = pooled ? gapCv2 : gapCv2 / size;
    double pace = Math.max(speed, 1e-9);
    QueueLaw law = new QueueLaw(byNumber.size(), time, pace, workers, places, cv2);
    byNumber.add(law);
    return law;
  }
}
