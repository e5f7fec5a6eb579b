package headroom.laws;

import headroom.random.Uniform;
import headroom.workload.Arrivals;
import headroom.workload.Client;
import headroom.workload.Constant;
import headroom.workload.Gamma;
import headroom.workload.Poisson;
import headroom.workload.Regular;
import headroom.workload.RequestClass;
import headroom.workload.Session;
import headroom.workload.Users;
import headroom.workload.Workload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A workload of any kind: open or closed, of single requests or of sessions, of one class or many. */
final class AnyUsers {

  private final Dice dice;
  private final String name;
  private final String to;
  private final List<String> classes;

  private AnyUsers(Dice dice, String name, String to, List<String> classes) {
    this.dice = dice;
    this.name = name;
    this.to = to;
    this.classes = classes;
  }

  static Workload of(Dice dice, String name, String to, List<String> classes, Instant start) {
    AnyUsers users = new AnyUsers(dice, name, to, classes);
    if (dice.some(Feature.USERS, 0.2)) {
      return users.closed();
    }
    return dice.some(Feature.SESSIONS, 0.25) ? users.sessions(start) : users.open(start);
  }

  private Workload open(Instant start) {
    return Workload.of(name, to, AnyRate.of(dice, start, 1 + dice.between(0, 20)))
        .arrivals(arrivals())
        .client(AnyClient.of(dice))
        .requestBytes(dice.between(0, 5000))
        .responseBytes(dice.between(0, 50_000))
        .requestsPerConnection(dice.between(1, 100))
        .classes(kinds())
        .build();
  }

  private Workload sessions(Instant start) {
    Workload open = open(start);
    return open.toBuilder()
        .name(name)
        .to(to)
        .rate(AnyRate.of(dice, start, 0.2 + dice.between(0, 3)))
        .session(Optional.of(session(false)))
        .users(Optional.empty())
        .build();
  }

  private Workload closed() {
    Client client = AnyClient.of(dice);
    return Workload.of(name, to, new Constant(0))
        .client(client)
        .requestBytes(dice.between(0, 5000))
        .responseBytes(dice.between(0, 50_000))
        .requestsPerConnection(dice.between(1, 100))
        .classes(kinds())
        .session(Optional.of(session(dice.chance(0.4))))
        .users(Optional.of(new Users(
            dice.between(1, 40),
            Optional.of(AnyLaw.of(dice, 60)).filter(pause -> dice.chance(0.5)))))
        .build();
  }

  private Session session(boolean endless) {
    return new Session(
        AnyLaw.of(dice, dice.pick(1.0, 10.0)),
        Optional.of(new Uniform(1, dice.between(2, 12))).filter(n -> !endless).map(n -> n),
        dice.pick(0.0, 0.3, 1.0));
  }

  private List<RequestClass> kinds() {
    return classes.stream()
        .filter(kind -> dice.chance(0.8))
        .map(kind ->
            new RequestClass(kind, dice.pick(0.1, 0.9), dice.between(0, 12), bytes(), bytes()))
        .toList();
  }

  private OptionalLong bytes() {
    return dice.chance(0.5) ? OptionalLong.of(dice.between(0, 9000)) : OptionalLong.empty();
  }

  private Arrivals arrivals() {
    return switch (dice.between(0, 2)) {
      case 0 -> new Poisson();
      case 1 -> new Regular();
      default -> new Gamma(dice.pick(0.5, 1.0, 2.5));
    };
  }
}
