package headroom.fleet.flow;

/**
 * A backlog served first in, first out, or last in, first out, in cohorts: what arrived in one step,
 * by client and attempt.
 *
 * <p>What nobody waits for any more stays where it is and is served all the same.
 */
final class FluidQueue {

  private static final double ROUNDING = 1e-9;

  private final Cohorts cohorts = new Cohorts();
  private double content;
  // Whoever has so many or more before him and gives up, leaves.
  private double stays = Double.POSITIVE_INFINITY;
  private boolean left;

  /** Hears what becomes of the attempts of a client and attempt number. */
  interface Fate {
    /** So much work begins, wanted or not. */
    void serves(double mass, double arrived, double begun);

    /** Work on them begins: so many, that arrived and that begin at these seconds on average. */
    void begins(int slot, double mass, double age, double arrived, double begun);

    /** Their client gives up on them. */
    void expires(int slot, double mass, double age, double arrived);

    /** How long the client of a slot waits; infinite for ever. */
    double patience(int slot);

    /** They are lost with the instance that held them. */
    void lost(int slot, double mass, double age, double arrived);
  }

  double content() {
    return content;
  }

  void add(Cohort cohort) {
    cohorts.add(cohort);
    content += cohort.mass;
  }

  /** Serves so much between two moments, first come first. */
  void serve(double amount, double begin, double end, Fate fate) {
    while (!cohorts.isEmpty() && cohorts.peek().there() <= 0) {
      cohorts.remove();
    }
    double left = Math.min(amount, content);
    double rate = amount > 0 ? (end - begin) / amount : 0;
    double done = 0;
    while (left > 0 && !cohorts.isEmpty()) {
      Cohort head = cohorts.peek();
      double there = head.there();
      double served = Math.min(left, there);
      double until = served >= there ? head.top : head.until(served);
      double begun = begin + (done + served / 2) * rate;
      double arrived = head.arrival((head.started + until) / 2);
      begun = Math.max(begun, arrived);
      if (!head.told) {
        fate.serves(served, arrived, begun);
      }
      start(head, until, begun, fate);
      done += served;
      left -= served;
      content -= served;
      if (until >= head.top) {
        cohorts.remove();
      }
    }
    if (cohorts.isEmpty()) {
      content = 0;
    }
  }

  /**
   * Serves so much between two moments, last come first. Of what came in just this time each is as
   * likely to be served as the others, and soon.
   *
   * @param soon how long those wait who are served before others come
   */
  void serveLast(double amount, double begin, double end, Waits soon, Fate fate) {
    double left = Math.min(amount, content);
    double rate = amount > 0 ? (end - begin) / amount : 0;
    Cohort newest = cohorts.isEmpty() ? null : cohorts.last();
    if (newest != null && newest.from >= begin && newest.there() > 0) {
      double served = Math.min(left, newest.there());
      double share = served / newest.there();
      serveSome(newest, share, soon, fate);
      cohorts.removeLast();
      if (share < 1) {
        cohorts.add(newest.without(share));
      }
      left -= served;
      content -= served;
    }
    double done = 0;
    while (left > ROUNDING * amount && !cohorts.isEmpty()) {
      Cohort last = cohorts.last();
      double served = Math.min(left, last.there());
      double from = served >= last.there() ? last.started : last.top - served / last.mass;
      double begun = begin + (amount - left + served / 2) * rate;
      if (!last.told) {
        fate.serves(served, last.arrival((from + last.top) / 2), begun);
      }
      for (int slot = 0; slot < last.bySlot.length; slot++) {
        double awaited = Math.max(from, last.expired[slot]);
        double mass = last.bySlot[slot] * (last.top - awaited);
        if (mass > 0) {
          double arrived = last.arrival((awaited + last.top) / 2);
          fate.begins(slot, mass, last.ages[slot], arrived, Math.max(begun, arrived));
        }
      }
      last.top = from;
      done += served;
      left -= served;
      if (last.top <= last.started) {
        cohorts.removeLast();
      }
    }
    content = cohorts.isEmpty() ? 0 : Math.max(0, content - done);
  }

  /**
   * Serves all that is there.
   *
   * @param soon how long they wait
   */
  void serveAll(Waits soon, Fate fate) {
    for (Cohort cohort : cohorts) {
      if (cohort.there() > 0) {
        serveSome(cohort, 1, soon, fate);
      }
    }
    cohorts.clear();
    content = 0;
  }

  private static void serveSome(Cohort cohort, double share, Waits soon, Fate fate) {
    double arrived = cohort.arrival((cohort.started + cohort.top) / 2);
    soon.each((seconds, ofThem) -> {
      double begun = arrived + seconds;
      double part = share * ofThem;
      if (!cohort.told) {
        fate.serves(cohort.there() * part, arrived, begun);
      }
      for (int slot = 0; slot < cohort.bySlot.length; slot++) {
        double mass = cohort.alive(slot) * part;
        if (mass > 0) {
          fate.begins(slot, mass, cohort.ages[slot], arrived, begun);
        }
      }
    });
  }

  private static void start(Cohort cohort, double until, double begun, Fate fate) {
    for (int slot = 0; slot < cohort.bySlot.length; slot++) {
      double from = Math.max(cohort.started, cohort.expired[slot]);
      double mass = cohort.bySlot[slot] * (until - from);
      if (mass > 0) {
        fate.begins(slot, mass, cohort.ages[slot], cohort.arrival((from + until) / 2), begun);
      }
    }
    cohort.started = until;
  }

  /** Lets clients whose patience has ended by a moment give up. */
  void expire(double now, Fate fate) {
    double shortest = shortestPatience(fate);
    double before = ahead();
    left = false;
    for (int i = cohorts.firstAwaited(); i < cohorts.size(); i++) {
      Cohort cohort = cohorts.get(i);
      // Whoever came later is waited for still.
      if (cohort.from >= now - shortest) {
        break;
      }
      boolean awaited = false;
      for (int slot = 0; slot < cohort.bySlot.length; slot++) {
        double since = now - fate.patience(slot);
        expire(cohort, slot, since, before >= stays, fate);
        awaited |= since < cohort.to && since > Double.NEGATIVE_INFINITY;
      }
      if (!awaited && i == cohorts.firstAwaited()) {
        cohorts.nextIsAwaited();
      }
      before += stays < Double.POSITIVE_INFINITY ? cohort.there() : 0;
    }
  }

  /** Whoever has so many or more before him when he gives up, leaves; others are served all the same. */
  void staysWithin(double places) {
    stays = places;
  }

  /** True while some give up and leave. */
  boolean isLeft() {
    return left;
  }

  /** Those of whom nobody is waited for, before all others. */
  private double ahead() {
    double sum = 0;
    for (int i = 0; stays < Double.POSITIVE_INFINITY && i < cohorts.firstAwaited(); i++) {
      sum += cohorts.get(i).there();
    }
    return sum;
  }

  private double shortestPatience(Fate fate) {
    double shortest = Double.POSITIVE_INFINITY;
    int slots = cohorts.isEmpty() ? 0 : cohorts.peek().bySlot.length;
    for (int slot = 0; slot < slots; slot++) {
      shortest = Math.min(shortest, fate.patience(slot));
    }
    return shortest;
  }

  private void expire(Cohort cohort, int slot, double since, boolean leave, Fate fate) {
    double gone = (since - cohort.from) / (cohort.to - cohort.from);
    double until = Math.min(cohort.top, gone);
    double from = Math.max(cohort.started, cohort.expired[slot]);
    if (until > from) {
      double mass = cohort.bySlot[slot] * (until - from);
      cohort.expired[slot] = until;
      content -= leave ? cohort.leaves(slot, until) : 0;
      left |= leave && mass > 0;
      if (mass > 0) {
        fate.expires(slot, mass, cohort.ages[slot], cohort.arrival((from + until) / 2));
      }
    }
  }

  /** A share of everything is lost. */
  void lose(double share, Fate fate) {
    cohorts.replaceAll(cohort -> lose(cohort, share, fate));
    content *= 1 - share;
  }

  private static Cohort lose(Cohort cohort, double share, Fate fate) {
    double[] bySlot = cohort.bySlot.clone();
    for (int slot = 0; slot < bySlot.length; slot++) {
      double from = Math.max(cohort.started, cohort.expired[slot]);
      double mass = bySlot[slot] * (cohort.top - from) * share;
      if (mass > 0) {
        fate.lost(slot, mass, cohort.ages[slot], cohort.arrival((from + cohort.top) / 2));
      }
      bySlot[slot] *= 1 - share;
    }
    Cohort left = new Cohort(cohort, 1 - share);
    System.arraycopy(bySlot, 0, left.bySlot, 0, bySlot.length);
    return left;
  }

  /** Holds what another holds. */
  void copyFrom(FluidQueue other) {
    cohorts.clear();
    other.cohorts.forEach(cohort -> cohorts.add(new Cohort(cohort, 1)));
    content = other.content;
  }

  /** Hears of whole attempts, in order of arrival within a slot. */
  interface Whole {
    /** One that is waited for; {@code age} is its request's on arrival. */
    void waitedFor(int slot, double arrived, double age);

    /** One that nobody waits for. */
    void abandoned(double arrived);
  }

  /**
   * Takes out what nobody waits for, and of the others the whole part of each slot, evenly spaced
   * through it; the rest of a slot, less than one, stays.
   */
  void takeWhole(Whole each) {
    if (cohorts.isEmpty()) {
      return;
    }
    Cohort first = cohorts.peek();
    Cohort last = cohorts.last();
    takeAbandoned(each);
    double[] rest = new double[first.bySlot.length];
    double left = 0;
    for (int slot = 0; slot < rest.length; slot++) {
      rest[slot] = takeWhole(slot, each);
      left += rest[slot];
    }
    cohorts.clear();
    content = 0;
    if (left > 0) {
      double from = first.arrival(first.started);
      add(new Cohort(from, Math.max(last.to, from + 1e-9), left, rest, last.ages));
    }
  }

  private void takeAbandoned(Whole each) {
    double carried = 0.5;
    for (Cohort cohort : cohorts) {
      carried += cohort.there();
      for (int slot = 0; slot < cohort.bySlot.length; slot++) {
        carried -= cohort.alive(slot);
      }
      for (; carried >= 1; carried--) {
        each.abandoned(cohort.arrival((1 + cohort.started) / 2));
      }
    }
  }

  /** Returns what is left of the slot. */
  private double takeWhole(int slot, Whole each) {
    double all = 0;
    for (Cohort cohort : cohorts) {
      all += cohort.alive(slot);
    }
    double whole = Math.floor(all + ROUNDING);
    double passed = 0;
    double taken = 0;
    for (Cohort cohort : cohorts) {
      double mass = cohort.alive(slot);
      while (taken < whole && (taken + 0.5) * all / whole <= passed + mass + ROUNDING) {
        double part = Math.min(1, ((taken + 0.5) * all / whole - passed) / mass);
        double from = Math.max(cohort.started, cohort.expired[slot]);
        each.waitedFor(slot, cohort.arrival(from + part * (cohort.top - from)), cohort.ages[slot]);
        taken++;
      }
      passed += mass;
    }
    if (taken != whole) {
      throw new IllegalStateException(taken + " of " + whole + " attempts were found");
    }
    return Math.max(0, all - whole);
  }

  /** Attempts here that somebody still waits for. */
  double alive() {
    double sum = 0;
    for (Cohort cohort : cohorts) {
      for (int slot = 0; slot < cohort.bySlot.length; slot++) {
        sum += cohort.alive(slot);
      }
    }
    return sum;
  }
}
