package headroom.fleet.flow;

import headroom.workload.Call;
import headroom.workload.Client;
import headroom.workload.RequestClass;
import headroom.workload.Workload;
import org.jspecify.annotations.Nullable;

/** Who sends the first attempts of a client, and what each of them carries. */
abstract class Origin {

  /** How its senders behave. */
  abstract Client rule();

  /** How long one attempt is waited for; infinite for ever. */
  double timeoutSeconds() {
    long nanos = rule().timeoutNanos();
    return nanos == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : nanos / 1e9;
  }

  /** True when whoever gives up after so long does so for want of patience with the whole. */
  boolean givesUpAfter(double seconds) {
    return false;
  }

  /** Callers that share them, each with a retry budget of its own. */
  abstract double processes();

  /** First attempts between two moments. */
  abstract double firsts(long from, long to);

  /** When their rate next jumps or bends. */
  abstract long nextChange(long at);

  /** The highest rate of them between two moments, a second. */
  abstract double mostPerSecond(long from, long to);

  /** The share that these are, by chance, of a source whose gaps are known. */
  double part() {
    return 1;
  }

  abstract double requestsPerConnection();

  abstract double requestBytes();

  abstract double responseBytes();

  /** True when who sends through a door finds somebody who is well. */
  boolean finds(FlowDoor door) {
    return door.hasHealthyTarget();
  }

  /** Hears how many were made in a step, and with how many attempts in all. */
  void made(double firsts, double attempts) {}

  /** True when how many first attempts a step has depends on what becomes of others in it. */
  boolean isFedBack() {
    return false;
  }

  /**
   * Hears that requests have come to their end otherwise than in a step's balance.
   *
   * @param count how many; less than 0 when they had been told to end and do not
   * @param failed how many of them have failed
   * @param inSeconds how long after the end of the step at hand, where it is later
   */
  void ended(double count, double failed, double inSeconds) {}

  /** The users who ask; null when requests come by themselves. */
  @Nullable
  Population population() {
    return null;
  }

  /** Where the service is that calls; null when it is a workload. */
  @Nullable
  FlowStation station() {
    return null;
  }

  /** The workload; null when it is a service that calls. */
  @Nullable
  Workload workload() {
    return null;
  }

  /** The requests of a workload, or those of one class. */
  static final class OfWorkload extends Origin {
    private final Workload workload;
    private final double share;
    private final long requestBytes;
    private final long responseBytes;

    OfWorkload(Workload workload) {
      this.workload = workload;
      this.share = 1;
      this.requestBytes = workload.requestBytes();
      this.responseBytes = workload.responseBytes();
    }

    OfWorkload(Workload workload, RequestClass one) {
      this.workload = workload;
      double all = workload.classes().stream().mapToDouble(RequestClass::share).sum();
      this.share = one.share() / all;
      this.requestBytes = one.requestBytes().orElse(workload.requestBytes());
      this.responseBytes = one.responseBytes().orElse(workload.responseBytes());
    }

    /** The share of the workload's requests that are of the class. */
    double share() {
      return share;
    }

    @Override
    Workload workload() {
      return workload;
    }

    @Override
    Client rule() {
      return workload.client();
    }

    @Override
    double processes() {
      return share * workload.client().processes();
    }

    @Override
    double firsts(long from, long to) {
      return share * workload.rate().integral(from, to);
    }

    @Override
    long nextChange(long at) {
      return workload.rate().nextChange(at);
    }

    @Override
    double mostPerSecond(long from, long to) {
      return share * workload.rate().maximum(from, to);
    }

    @Override
    double requestsPerConnection() {
      return workload.requestsPerConnection();
    }

    @Override
    double requestBytes() {
      return (double) requestBytes;
    }

    @Override
    double responseBytes() {
      return (double) responseBytes;
    }
  }

  /** The calls of a service, as many as the work it begins needs. */
  static final class OfCall extends Origin {
    private final Call call;
    private final FlowStation by;
    private double perSecond;
    private double firstsInAll;
    private double attemptsInAll;

    OfCall(Call call, FlowStation by) {
      this.call = call;
      this.by = by;
    }

    @Override
    void made(double firsts, double attempts) {
      firstsInAll += firsts;
      attemptsInAll += attempts;
    }

    @Override
    FlowStation station() {
      return by;
    }

    @Override
    boolean isFedBack() {
      return true;
    }

    /** Calls of the whole run. */
    double firstsInAll() {
      return firstsInAll;
    }

    /** Attempts at them. */
    double attemptsInAll() {
      return attemptsInAll;
    }

    /** So many a second from now on. */
    void asks(double callsPerSecond) {
      perSecond = callsPerSecond;
    }

    @Override
    Client rule() {
      return call.client();
    }

    @Override
    double processes() {
      return Math.max(1, by.instances());
    }

    @Override
    double firsts(long from, long to) {
      return perSecond * ((to - from) / 1e9);
    }

    @Override
    long nextChange(long at) {
      return Long.MAX_VALUE;
    }

    @Override
    double mostPerSecond(long from, long to) {
      return perSecond;
    }

    @Override
    double requestsPerConnection() {
      return Workload.DEFAULT_REQUESTS_PER_CONNECTION;
    }

    @Override
    double requestBytes() {
      return (double) call.requestBytes();
    }

    @Override
    double responseBytes() {
      return (double) call.responseBytes();
    }
  }
}
