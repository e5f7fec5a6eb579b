package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BYTES;
import static headroom.scenarios.yaml.Scalars.DOLLARS;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.random.Constant;
import headroom.random.Distribution;
import headroom.workload.RequestClass;
import headroom.workload.Session;
import headroom.workload.Users;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what the users of a workload do: the kinds of request they mix, and their sessions. */
final class UserReader {

  static final Reader<List<RequestClass>> CLASSES = new PartsReader<>(
          UserReader::requestClass, "{read: {share: 90%}, write: {share: 10%}}")
      .whole();

  static final Reader<Session> SESSION =
      Reader.withStandIns(UserReader::session, session(Optional.empty()), usual());

  static final Reader<Users> USERS = Reader.withStandIns(UserReader::users, any(), any());

  private UserReader() {}

  private static Session usual() {
    return session(Optional.of(new Constant(1)));
  }

  private static Session session(Optional<Distribution> requests) {
    return new Session(new Constant(1), requests, 0);
  }

  private static Users any() {
    return new Users(1, Optional.empty());
  }

  private static Read<RequestClass> requestClass(String name, Node node) {
    MapReader map = MapReader.of(node, "{share: 10%}");
    Given<Double> share = map.required("share", PERCENT, "10%");
    Given<Double> value = map.or("value", DOLLARS, "0 USD");
    Given<OptionalLong> requestBytes = bytes(map, "request-bytes");
    Given<OptionalLong> responseBytes = bytes(map, "response-bytes");
    return map.build(
        RequestClass.class,
        () -> RequestClass.problems(
            share.get(), value.get(), requestBytes.get(), responseBytes.get()),
        () -> new RequestClass(
            name, share.get(), value.get(), requestBytes.get(), responseBytes.get()));
  }

  private static Given<OptionalLong> bytes(MapReader map, String field) {
    Given<Optional<Long>> given = map.maybe(field, BYTES);
    return given.map(value -> value.map(OptionalLong::of).orElseGet(OptionalLong::empty));
  }

  private static Read<Session> session(Node node) {
    MapReader map = MapReader.of(node, "{think: {exponential: {mean: 5s}}, requests: 12}");
    Given<Distribution> think =
        map.required("think", DistributionReader.READER, "{exponential: {mean: 5s}}");
    Given<Optional<Distribution>> requests =
        map.or("requests", Scalars.orWord(DistributionReader.COUNTS, "unlimited"), "unlimited");
    Given<Double> leaves =
        map.assume("leaves", PERCENT, "0%", "a user whose request failed goes on");
    return map.build(
        Session.class,
        () -> Session.problems(think.get(), requests.get(), leaves.get()),
        () -> new Session(think.get(), requests.get(), leaves.get()));
  }

  private static Read<Users> users(Node node) {
    MapReader map = MapReader.of(node, "{count: 200}");
    Given<Integer> count = map.required("count", WHOLE, "200");
    Given<Optional<Distribution>> pause =
        map.or("pause", Scalars.orNone(DistributionReader.READER), Scalars.NONE);
    return map.build(
        Users.class, () -> Users.problems(count.get()), () -> new Users(count.get(), pause.get()));
  }
}
