package headroom.fleet.flow;

import headroom.random.Chance;
import headroom.random.Exponential;
import headroom.random.Gamma;
import headroom.random.Sampler;
import headroom.random.Stream;
import headroom.workload.Service;
import java.util.Arrays;

/**
 * Instances whose requests, each on a worker of its own, pass one section that all of them have
 * together, one at a time and first come first, as {@code headroom.fleet.targets.Gate} lets them:
 * request by request. The luck is the same for every load and every run.
 */
final class SerialTrial {

  private static final int REQUESTS = 240_000;
  private static final int FORGOTTEN = REQUESTS / 10;
  private static final double LIGHT = 0.5;
  private static final double MODERATE = 0.75;
  private static final double OVERLOADED = 1.2;
  private static final int MOST_PLACES = 5000;
  private static final int NOBODY = -1;
  private static final Chance LUCK = new Chance(1);

  private final Stream gapLuck = LUCK.of("serial-trial", "gaps");
  private final Stream workLuck = LUCK.of("serial-trial", "work");
  private final Stream sectionLuck = LUCK.of("serial-trial", "section");
  private final Stream choice = LUCK.of("serial-trial", "choice");
  private final Sampler gaps;
  private final Sampler work;
  private final Sampler section;
  private final double speed;
  private final int workers;
  private final int places;
  private final boolean byChance;

  // Of each instance: workers that are kept, and who waits.
  private final int[] kept;
  private final int[] waitingAt;
  private final RequestLine[] lines;

  // Of each request.
  private final double[] came = new double[REQUESTS];
  private final double[] takes = new double[REQUESTS];
  private final double[] began = new double[REQUESTS];
  private final int[] at = new int[REQUESTS];

  private final EndTimes ends = new EndTimes();
  private final RequestLine before;
  private int inside = NOBODY;
  private double sectionEnds = Double.POSITIVE_INFINITY;
  private int passed;

  private final double[] besides = new double[REQUESTS];
  private int served;
  private int waited;
  private int refused;
  private double waitedInAll;
  private double besidesInAll;
  private int waiting;
  private double waitingArea;
  private double since;
  private boolean counts;
  private int countsFrom;

  /**
   * Idle instances.
   *
   * @param instances of one line each
   * @param workers of each
   * @param places of each
   * @param ca2 squared coefficient of variation of the gaps of all that comes
   * @param byChance each request goes to any instance, and not to one after the other
   */
  SerialTrial(
      Service service,
      double speed,
      int instances,
      int workers,
      double places,
      double ca2,
      boolean byChance) {
    this.gaps =
        (ca2 == 1 ? new Exponential(1) : new Gamma(1, Math.sqrt(Math.max(ca2, 1e-4)))).sampler();
    this.work = service.time().sampler();
    this.section = service.serial().orElseThrow().sampler();
    this.speed = speed;
    this.workers = workers;
    this.places = (int) Math.min(MOST_PLACES, places);
    this.byChance = byChance;
    this.kept = new int[instances];
    this.waitingAt = new int[instances];
    int[] behind = new int[REQUESTS];
    this.before = new RequestLine(behind);
    this.lines = new RequestLine[instances];
    Arrays.setAll(lines, i -> new RequestLine(behind));
  }

  /**
   * What a load came to, of all requests but those at first.
   *
   * @param waiting how many waited for a worker, on average, at all instances
   * @param refused the share that found no place
   * @param waitShare of those served, the share that waited for a worker
   * @param waitSeconds their mean wait for one, of all served
   * @param sectionSeconds mean seconds before and in the section
   * @param besides of those served, all seconds that were not their own work
   */
  record Result(
      double waiting,
      double refused,
      double waitShare,
      double waitSeconds,
      double sectionSeconds,
      Waits besides) {}

  /**
   * Lets requests come.
   *
   * @param perSecond how many
   * @param load that makes of what all can serve together: the nearer to 1, the more of them it takes
   *     to tell
   */
  Result run(double perSecond, double load) {
    boolean isHard = load > MODERATE && load < OVERLOADED;
    int requests = isHard ? REQUESTS : load > LIGHT ? REQUESTS / 2 : REQUESTS / 4;
    int forgotten = requests / 10;
    double now = 0;
    double from = 0;
    for (int i = 0; i < requests; i++) {
      now += gaps.sample(gapLuck.at(i)) / perSecond;
      pass(now);
      if (i == forgotten) {
        flow(now);
        waitingArea = 0;
        from = now;
        counts = true;
        countsFrom = i;
      }
      come(i, now);
    }
    flow(now);
    double length = now - from;
    int all = Math.max(1, served);
    double[] sorted = Arrays.copyOf(besides, served);
    Arrays.sort(sorted);
    return new Result(
        waitingArea / length,
        (double) refused / (requests - forgotten),
        (double) waited / all,
        waitedInAll / all,
        besidesInAll / all,
        Waits.ofSorted(sorted));
  }

  /** How many a second are served while no worker is ever free. */
  double most() {
    int number = 0;
    for (int i = 0; i < kept.length * workers && number < REQUESTS; i++) {
      start(number++, 0);
    }
    double from = 0;
    int first = Math.min(REQUESTS - 1, number + FORGOTTEN);
    double now = 0;
    while (number < REQUESTS) {
      now = Math.min(ends.first(), sectionEnds);
      if (sectionEnds <= ends.first()) {
        leaves(inside, now);
        if (number == first) {
          from = now;
        }
        start(number++, now);
      } else {
        enters(ends.takeFirst(), now);
      }
    }
    return (number - first) / (now - from);
  }

  private void flow(double now) {
    waitingArea += waiting * (now - since);
    since = now;
  }

  /** Lets time pass until somebody comes. */
  private void pass(double until) {
    while (Math.min(ends.first(), sectionEnds) <= until) {
      if (sectionEnds <= ends.first()) {
        free(inside, sectionEnds);
      } else {
        double now = ends.first();
        enters(ends.takeFirst(), now);
      }
    }
  }

  private void come(int request, double now) {
    int instance = byChance
        ? Math.min(kept.length - 1, (int) (choice.at(request) * kept.length))
        : request % kept.length;
    at[request] = instance;
    came[request] = now;
    if (kept[instance] < workers) {
      flow(now);
      keep(request, now);
    } else if (waitingAt[instance] < places) {
      flow(now);
      waiting++;
      waitingAt[instance]++;
      lines[instance].add(request);
    } else {
      refused += counts ? 1 : 0;
    }
  }

  private void keep(int request, double now) {
    kept[at[request]]++;
    start(request, now);
  }

  private void start(int request, double now) {
    began[request] = now;
    takes[request] = work.sample(workLuck.at(request)) / speed;
    ends.add(now + takes[request], request);
  }

  private void enters(int request, double now) {
    if (inside == NOBODY) {
      admit(request, now);
    } else {
      before.add(request);
    }
  }

  private void admit(int request, double now) {
    inside = request;
    sectionEnds = now + section.sample(sectionLuck.at(passed++)) / speed;
  }

  /** Lets the next one in. */
  private void leaves(int request, double now) {
    if (request == NOBODY) {
      throw new IllegalStateException("nobody is inside");
    }
    inside = NOBODY;
    sectionEnds = Double.POSITIVE_INFINITY;
    if (!before.isEmpty()) {
      admit(before.takeFirst(), now);
    }
  }

  /** One is through: its worker is free for the next one in its line. */
  private void free(int request, double now) {
    leaves(request, now);
    count(request, now);
    flow(now);
    int instance = at[request];
    kept[instance]--;
    if (waitingAt[instance] > 0) {
      waitingAt[instance]--;
      waiting--;
      keep(lines[instance].takeFirst(), now);
    }
  }

  private void count(int request, double now) {
    if (counts && request >= countsFrom) {
      double wait = began[request] - came[request];
      double there = now - began[request] - takes[request];
      besides[served++] = wait + there;
      waited += wait > 0 ? 1 : 0;
      waitedInAll += wait;
      besidesInAll += there;
    }
  }

  /** Requests in a row; each is in one at most. */
  private static final class RequestLine {
    private final int[] behind;
    private int first = NOBODY;
    private int last = NOBODY;

    RequestLine(int[] behind) {
      this.behind = behind;
    }

    boolean isEmpty() {
      return first == NOBODY;
    }

    void add(int request) {
      behind[request] = NOBODY;
      if (isEmpty()) {
        first = request;
      } else {
        behind[last] = request;
      }
      last = request;
    }

    int takeFirst() {
      int request = first;
      first = behind[request];
      return request;
    }
  }
}
