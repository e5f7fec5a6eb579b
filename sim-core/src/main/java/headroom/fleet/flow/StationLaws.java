package headroom.fleet.flow;

import headroom.workload.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The laws of one station: one for each of some numbers of instances, and each speed. Where what a
 * request keeps a worker for depends on others, its mean is the unit of time instead, and there is
 * one for each of some squared coefficients of variation.
 */
final class StationLaws {

  private static final double STEP_OF_CV2 = 1.0 / 16;
  private static final int STEPS_OF_MIX = 32;
  // So slopes down to a millionth are told apart.
  private static final double SLOPES = 1 << 16;

  private final Service service;
  private final Room room;
  private final @Nullable ServiceTime time;
  private final Map<Double, Map<Double, Map<Double, BalanceLaw>>> bySlope = new TreeMap<>();
  private Map<Double, Map<Double, BalanceLaw>> bySpeedAndSize = new TreeMap<>();
  private final List<BalanceLaw> byNumber = new ArrayList<>();
  private final Map<Long, Map<Double, Map<Double, BalanceLaw>>> byMix = new TreeMap<>();
  private long mixCode = -1;
  private double[] mix;
  private double gapCv2 = 1;
  private boolean pooled;
  private boolean byChance;
  private double slope;
  private double patience = Double.POSITIVE_INFINITY;
  private boolean ofTwo;
  private double before;

  // The last answer, and for which numbers of instances it holds.
  private double from = Double.POSITIVE_INFINITY;
  private double to;
  private double speed;
  private BalanceLaw last;

  StationLaws(Service service, Room room, @Nullable ServiceTime time) {
    this.service = service;
    this.room = room;
    this.time = time;
    this.mix = new double[ShedLaw.isNeeded(service) ? Ranks.of(service).lines() : 1];
    this.mix[0] = 1;
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
    bySlope.clear();
    byMix.clear();
    byNumber.clear();
  }

  /** Whoever sends chooses by chance; to be told before anything is asked of the laws. */
  void splitByChance(boolean is) {
    byChance |= is;
  }

  /**
   * From now on the rate of what comes falls with each request that is there.
   *
   * @param requests by how many, a mean service time
   */
  void fallBy(double requests) {
    double wanted = time == null ? nearestCv2(requests * SLOPES) / SLOPES : requests;
    if (wanted != slope) {
      bySlope.put(slope, bySpeedAndSize);
      slope = wanted;
      bySpeedAndSize = bySlope.computeIfAbsent(slope, any -> new TreeMap<>());
      to = 0;
    }
  }

  /**
   * From now on what comes is of another mix of lines, in steps as near to each other as make few
   * laws.
   */
  void mixIs(double[] shares) {
    long code = 0;
    double[] rounded = new double[shares.length];
    double sum = 0;
    for (int k = 0; k < shares.length; k++) {
      rounded[k] = Math.rint(shares[k] * STEPS_OF_MIX);
      code = code * (STEPS_OF_MIX + 1) + (long) rounded[k];
      sum += rounded[k];
    }
    if (code != mixCode && sum > 0) {
      byMix.put(mixCode, bySpeedAndSize);
      mixCode = code;
      mix = rounded;
      for (int k = 0; k < mix.length; k++) {
        mix[k] /= sum;
      }
      bySpeedAndSize = byMix.computeIfAbsent(code, any -> new TreeMap<>());
      to = 0;
    }
  }

  /** True when the rate of what comes falls with what is there. */
  boolean fall() {
    return slope > 0;
  }

  /** Whoever sends waits for so long; to be told before anything is asked of the laws. */
  void areAwaited(double seconds) {
    patience = Math.min(patience, seconds);
  }

  /** So many may wait before all instances; to be told before anything is asked of the laws. */
  void keepsBefore(double places) {
    before = places;
  }

  /** Whoever sends takes the less busy of two; to be told before anything is asked of the laws. */
  void choosesOfTwo(boolean is) {
    ofTwo |= is;
    byChance |= is;
  }

  double gapCv2() {
    return gapCv2;
  }

  BalanceLaw get(int number) {
    return byNumber.get(number);
  }

  /** The law of so many instances at a share of their speed. */
  BalanceLaw of(double instances, double share) {
    if (instances < from || instances >= to || share != speed) {
      LawSizes sizes = LawSizes.of(service, pooled);
      double size = sizes.nearest(instances);
      from = sizes.from(size);
      to = sizes.to(size);
      speed = share;
      last = bySpeedAndSize
          .computeIfAbsent(share, any -> new TreeMap<>())
          .computeIfAbsent(size, this::make);
    }
    return last;
  }

  /** The law of so many instances, in units of the mean time, by how much that varies. */
  BalanceLaw ofUnits(double instances, double cv2) {
    return of(instances, nearestCv2(cv2));
  }

  /** Squared coefficients of variation as near to each other as makes a wait differ by 3 %. */
  private static double nearestCv2(double cv2) {
    if (cv2 < STEP_OF_CV2) {
      return cv2 < STEP_OF_CV2 / 2 ? 0 : STEP_OF_CV2;
    }
    long bits = Double.doubleToRawLongBits(cv2);
    return Double.longBitsToDouble(bits >>> 48 << 48);
  }

  /** Of what comes to each of so many: in turn it is more regular, by chance like Poisson's. */
  private double ofEach(double size) {
    return byChance ? 1 + (gapCv2 - 1) / Math.max(1, size) : gapCv2 / size;
  }

  private BalanceLaw queue(
      int number,
      ServiceTime serving,
      double pace,
      int workers,
      double places,
      double cv2,
      double size) {
    return ofTwo
        ? new QueueLaw(
            number,
            serving,
            pace,
            workers,
            places,
            cv2,
            TwoChoices.law(workers, size, cv2, serving.cv2()))
        : new QueueLaw(number, serving, pace, workers, places, cv2);
  }

  private BalanceLaw make(double size) {
    int workers = (int) Math.min(1e9, pooled ? size * room.workers() : room.workers());
    double places = pooled ? size * room.places() + before : room.places() + before / size;
    double cv2 = pooled ? gapCv2 : ofEach(size);
    ServiceTime serving = time == null ? ServiceTime.unit(speed) : time;
    double pace = time == null ? 1 : Math.max(speed, 1e-9);
    int number = byNumber.size();
    double falls = pooled ? slope : slope / size;
    BalanceLaw law;
    if (service.sharing()) {
      double instances = pooled ? size : 1;
      law = new SharingLaw(
          number, serving, pace, instances, workers, places, service.contention(), cv2, falls);
    } else if (falls > 0) {
      law = new UsersLaw(number, serving, pace, workers, places, cv2, falls);
    } else if (ShedLaw.isNeeded(service)) {
      int[] most = Ranks.of(service).mostThere(service);
      long all = (long) service.workers() + service.queue();
      law = new ShedLaw(number, serving, room.workers(), cv2, all, most, mix);
    } else if (SerialLaw.isNeeded(service)) {
      law = new SerialLaw(number, service, pace, room, size, pooled, gapCv2, byChance);
    } else if (LineLaw.isNeeded(service)) {
      law = new LineLaw(number, service, pace, workers, places, cv2, patience);
    } else {
      law = queue(number, serving, pace, workers, places, cv2, size);
    }
    byNumber.add(law);
    return law;
  }
}
