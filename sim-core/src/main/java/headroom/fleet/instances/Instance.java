package headroom.fleet.instances;

import headroom.kernel.Event;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One instance: its place, its state, and its own next event (a stage of its start, or its crash).
 */
public final class Instance extends Event {

  // Of a large fleet there are many: what can be packed is, and an object has 88 bytes.
  private static final int SPOT = 1;
  private static final int CRASHED = 1 << 1;
  private static final int DIED = 1 << 2;
  private static final int LODGED = 1 << 3;
  private static final int INTERRUPTED = 1 << 4;
  private static final int OUTBID = 1 << 5;
  private static final int HALTED = 1 << 6;
  private static final int VACATED = 1 << 7;
  private static final int PROTECTED = 1 << 8;
  private static final int LEFT_OUT = 1 << 9;

  private final InstanceGroup group;
  private final int ordinal;
  private final short zone;
  private final byte type;
  private byte state;
  private short flags;
  private long runningSince = -1;
  private long inServiceSince = -1;
  // Of its crash, before it and after it, or of the death of what serves on it.
  private String cause = "";
  private @Nullable StartProgress start = new StartProgress();

  // The first of the instances that this one continues in its place, and how many there were.
  private int place;
  private int life;

  // Which host of its zone it lies on, or lay on; -1 for none.
  private int host = -1;
  // Whose hosts these are: 0 for the cloud's.
  private byte hardware;

  // Doors whose drain is not over; -1 while it has not been asked to go.
  private short doorsLeft = -1;

  /** Where the group keeps it. */
  int index;

  /** Of what it was launched from. */
  byte version;

  Instance(InstanceGroup group, int ordinal, int type, int zone, boolean spot) {
    this.group = group;
    this.ordinal = ordinal;
    this.place = ordinal;
    this.zone = (short) zone;
    this.type = (byte) type;
    this.state = State.PENDING.code();
    set(SPOT, spot);
  }

  private boolean is(int flag) {
    return (flags & flag) != 0;
  }

  private void set(int flag, boolean is) {
    flags = (short) (is ? flags | flag : flags & ~flag);
  }

  /** The instance's number within its group, from 0 in order of launch. */
  public int ordinal() {
    return ordinal;
  }

  /** The ordinal of the first of the instances that this one continues after repairs. */
  public int place() {
    return place;
  }

  /** How often the instance in its place has been repaired. */
  public int life() {
    return life;
  }

  void continues(Instance failed) {
    place = failed.place;
    life = failed.life + 1;
  }

  /** Which host of its zone it lies on, or lay on when it ended; -1 where hosts do not matter. */
  public int host() {
    return host;
  }

  /** It takes a place on a host of its zone. */
  void liesOn(int newHardware, int newHost) {
    hardware = (byte) newHardware;
    host = newHost;
    set(LODGED, newHost >= 0);
  }

  /** It goes on where another one lay. */
  void liesAs(Instance before) {
    liesOn(before.hardware, before.host);
  }

  /** Whose host it lies on: 0 for the cloud's, else the number of a pool of the account's own. */
  int hardware() {
    return hardware;
  }

  /** True when it lies on a host of the account's own, and so is not billed itself. */
  public boolean isOnOwnHost() {
    return hardware > 0;
  }

  /** It gives its place back; false when it had none any more. */
  boolean leavesItsHost() {
    boolean had = is(LODGED);
    set(LODGED, false);
    return had;
  }

  /** The index of its type among those the group may launch, the first preferred. */
  public int type() {
    return type;
  }

  /** True when the provider may take it back. */
  public boolean isSpot() {
    return is(SPOT);
  }

  /** True once the provider has taken it back. */
  public boolean isInterrupted() {
    return is(INTERRUPTED);
  }

  /** True once the provider has taken it back since others pay more. */
  public boolean isOutbid() {
    return is(OUTBID);
  }

  /** The index of its zone among the group's zones. */
  public int zone() {
    return zone;
  }

  public String zoneName() {
    return group.zoneName(zone);
  }

  public InstanceGroup group() {
    return group;
  }

  public State state() {
    return State.of(state);
  }

  public boolean isInService() {
    return state() == State.IN_SERVICE;
  }

  /** When somebody decided that it was wanted; -1 where it was there from the beginning. */
  public long decidedAt() {
    return start == null ? -1 : start.decidedAt;
  }

  void wanted(long since) {
    start().decidedAt = since;
  }

  /** Which version of what its group launches it was launched from, counted from 0. */
  public int version() {
    return version;
  }

  /** True when scale-in must leave it alone. */
  public boolean isProtected() {
    return is(PROTECTED);
  }

  /** From now on scale-in leaves it alone, or does not. */
  public void protect(boolean is) {
    set(PROTECTED, is);
  }

  /** True when no load balancer is ever told of it. */
  public boolean isLeftOut() {
    return is(LEFT_OUT);
  }

  /** It comes into service while nobody adds instances to load balancers. */
  public void leaveOut() {
    set(LEFT_OUT, true);
  }

  /** When it began to run, which is when its billing began; -1 before. */
  public long runningSince() {
    return runningSince;
  }

  /** When it came into service; -1 before. */
  public long inServiceSince() {
    return inServiceSince;
  }

  /** What made it crash; empty while it has not. */
  public String crashCause() {
    return is(CRASHED) ? cause : "";
  }

  /** True when it was taken out of service before it stopped running. */
  public boolean wasVacated() {
    return is(VACATED);
  }

  /** The failure that has killed what serves on it, which restarts; empty for none. */
  public String diedOf() {
    return is(DIED) && !is(CRASHED) ? cause : "";
  }

  /** True while what serves on it restarts: its host is there, and refuses connections. */
  public boolean isRefusing() {
    return state() == State.REBOOTING && is(DIED);
  }

  /** The provider takes it back, for its price or for its capacity. */
  void interrupt(boolean forItsPrice) {
    set(INTERRUPTED, true);
    set(OUTBID, forItsPrice);
  }

  /** What serves on it has died of that failure. */
  void diesOf(String failure) {
    cause = failure;
    set(DIED, true);
  }

  /** Somebody stops or reboots it. */
  void halt() {
    set(HALTED, true);
  }

  /** It is taken out of service to come back. */
  void vacate() {
    set(VACATED, true);
  }

  /** True once somebody has stopped or rebooted it; it goes on as another one. */
  public boolean isHalted() {
    return is(HALTED);
  }

  /** It is asked to go, as soon as so many doors have drained it. */
  public void leaves(int doors) {
    doorsLeft = (short) doors;
  }

  /** True when it has been asked to go once the doors have drained it. */
  public boolean isLeaving() {
    return doorsLeft >= 0;
  }

  /** Another door has drained it; true when that was the last. */
  public boolean hasLeftOneMore() {
    doorsLeft--;
    return doorsLeft == 0;
  }

  /** The name in the event log. */
  public String label() {
    return "groups." + group.name() + ".instances." + ordinal;
  }

  /** The next thing that happens to it by itself: a stage is over, or it crashes. */
  @Override
  protected void fire(long nowNanos) {
    switch (state()) {
      case PENDING -> group.booting(this, nowNanos);
      case BOOTING -> group.bootstrapping(this, nowNanos);
      case BOOTSTRAPPING -> group.step(this, nowNanos);
      case STOPPING, HIBERNATING -> group.power().isStopped(this, nowNanos);
      case REBOOTING -> group.power().hasBooted(this, nowNanos);
      case IN_SERVICE, DRAINING, VACATED -> group.crash(this, cause, nowNanos);
      default -> throw new IllegalStateException(label() + " has no next event in " + state());
    }
  }

  void move(State next, long nowNanos) {
    if (!state().mayBecome(next)) {
      throw new IllegalStateException(label() + " cannot go from " + state() + " to " + next);
    }
    if (next == State.BOOTING && runningSince < 0) {
      runningSince = nowNanos;
    }
    if (next == State.IN_SERVICE) {
      inServiceSince = nowNanos;
    }
    state = next.code();
  }

  /** What it knows of its start, while it has one before it. */
  StartProgress start() {
    return Objects.requireNonNull(start);
  }

  /** It is to start again, from what is kept of it. */
  void prepare(Preparation how) {
    if (start == null) {
      start = new StartProgress();
    }
    start.prepare(how);
  }

  /** Nobody asks any more how it started. */
  void hasStarted() {
    start = null;
  }

  boolean isReady() {
    return start == null || start.ready;
  }

  /** True for one of this group itself, not of what is kept beside it. */
  boolean isOf(String name) {
    return group.name().equals(name);
  }

  /** It has been running since then, elsewhere. */
  void runsSince(long nanos) {
    runningSince = nanos;
  }

  void willCrashBy(String cause) {
    this.cause = cause;
  }

  void crashedBy(String cause) {
    this.cause = cause;
    set(CRASHED, true);
  }

  /**
   * Its ordinal, since an object's own number is costly to make, and many maps ask for it; each is
   * equal to itself alone all the same.
   */
  @Override
  public int hashCode() {
    return ordinal;
  }

  @Override
  public String toString() {
    return "next event of " + label();
  }
}
