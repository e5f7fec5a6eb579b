package headroom.fleet.flow;

/** What becomes of attempts between their client and a place at a working instance. */
final class Sending {

  private static final double NEGLIGIBLE = 1e-12;

  private Sending() {}

  /** How many of a step's attempts reach a working instance. */
  static double reach(FlowClient client, FlowStation station, double seconds) {
    FlowDoor door = client.door();
    client.limits().look(client, seconds);
    boolean tooFar = client.timeoutSeconds() <= 0;
    if (tooFar || (door.healthy() == 0 && door.average() <= 0)) {
      client.ends().reaches(0);
      return 0;
    }
    double hold = Math.min(door.silenceSeconds(), client.timeoutSeconds());
    double silent = door.silentShare(client.total() / seconds, station.step().underWay(), hold);
    if (!station.symptoms().isNone()) {
      silent += (1 - silent) * station.symptoms().lostRequests();
    }
    double reach = client.limits().admits() * (1 - silent);
    client.ends().reaches(reach);
    return client.total() * reach * Hedging.copies(client);
  }

  /** Tells a client how its attempts end. */
  static void ends(FlowClient client) {
    FlowDoor door = client.door();
    FlowStation station = door.station();
    double reach = client.ends().reach();
    double way = client.waySeconds();
    double hold = Math.min(door.silenceSeconds(), client.timeoutSeconds());
    double admitted = client.limits().admits();
    boolean tooFar = client.timeoutSeconds() <= 0;
    boolean nobody = !tooFar && reach == 0 && door.isEmpty();
    double passes = client.limits().passes();
    client.ends().set(Outcome.RATE_LIMITED, 1 - passes, 0, passes < 1 ? station.why() : "");
    double open = passes - admitted;
    client.ends().set(Outcome.BREAKER_OPEN, open, 0, open > 0 ? station.why() : "");
    client
        .ends()
        .set(
            Outcome.NO_TARGET,
            nobody ? admitted : 0,
            way,
            nobody ? station.group().why(null) : "");
    double unnamed = nobody || tooFar ? 0 : admitted * door.unnamedShare();
    client.ends().set(Outcome.UNNAMED, unnamed, way, unnamed > 0 ? door.whySilent() : "");
    double silent = nobody || tooFar ? 0 : Math.max(0, admitted - reach - unnamed);
    client.ends().set(Outcome.SILENT, silent, way + hold, silent > 0 ? door.whySilent() : "");
    double full = station.symptoms().isNone() ? 0 : station.symptoms().refused();
    double places = station.work().refusedShare(client.kind());
    double refused = reach * (1 - (1 - places) * (1 - full));
    // What users send into a backlog is told when its work begins; calls are told ahead.
    boolean later = station.step().isFluid() && !client.isCall();
    double within = later || reach == 0 ? 0 : client.answers().within(station);
    double taken = reach - refused;
    double dropped = taken * station.step().droppedShare();
    taken -= dropped;
    turnedAway(client, station, refused, dropped, way);
    client.ends().areAnswered(taken * within);
    double erring = later || reach == 0 ? 0 : client.answers().erring(station);
    errs(client, station, taken * erring);
    double overdue = isShed(station) ? 0 : dropped;
    double late = tooFar ? admitted : later ? 0 : taken * (1 - within - erring) + overdue;
    // What the grid's rounding makes late is not.
    boolean isLate = late > 1e-12;
    client
        .ends()
        .set(
            Outcome.LATE,
            isLate ? late : 0,
            way + client.timeoutSeconds(),
            isLate ? station.why() : "");
    Hedging.combine(client);
  }

  /** What is left out of the queue is told to whoever sent it; or it is late. */
  private static boolean isShed(FlowStation station) {
    return LineLaw.endOf(station.service().discipline()) == Outcome.SHED;
  }

  /** Tells of those that find no place, or a limit, and of those that are left out. */
  private static void turnedAway(
      FlowClient client, FlowStation station, double refused, double dropped, double way) {
    boolean sheds = station.refusal(client) == Outcome.SHED;
    StationStep step = station.step();
    // Who finds no place is refused, also where he would have been turned away.
    double full = sheds ? Math.min(refused, step.fullShare()) : refused * (1 - step.shedShare());
    double kept = refused - full;
    Outcome unplaced = sheds ? Outcome.REFUSED : station.refusal(client);
    client.ends().set(unplaced, full, way, full > 0 ? station.why() : "");
    double leftOut = isShed(station) && dropped > NEGLIGIBLE ? dropped : 0;
    double shed = kept + leftOut;
    double after = leftOut > 0 ? leftOut / shed * station.standing().dropSeconds() : 0;
    after += way;
    client.ends().set(Outcome.SHED, shed, after, shed > 0 ? station.why() : "");
  }

  private static void errs(FlowClient client, FlowStation station, double share) {
    if (share > 0) {
      String why = client.work().why();
      double after = client.waySeconds() + client.answers().errorSeconds(station);
      client.ends().set(Outcome.ERROR, share, after, why);
    } else {
      client.ends().set(Outcome.ERROR, 0, 0, "");
    }
  }
}
