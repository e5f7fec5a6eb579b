package headroom.reports.live;

import headroom.results.Metric;
import headroom.results.Run;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.JsonWriter;
import headroom.scenarios.text.Position;
import headroom.scenarios.yaml.Loaded;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** Answers what the page asks: is this scenario right, run it, how far is it, what does it look like. */
final class Answers implements AutoCloseable {

  private final Desk desk;
  private final LiveRuns runs = new LiveRuns();

  Answers(Desk desk) {
    this.desk = desk;
  }

  Answer to(Question question) {
    return switch (question.path()) {
      case "api/start" -> get(question, asked -> Answer.json(started()));
      case "api/check" -> post(question, this::check);
      case "api/set" -> post(question, this::set);
      case "api/run" -> post(question, this::run);
      case "api/result" ->
        get(
            question,
            asked ->
                of(asked, "id").map(LiveJson::result).map(Answer::json).orElse(Answer.status(404)));
      case "api/fleet" -> get(question, this::fleet);
      case "api/difference" -> get(question, this::difference);
      case "report" ->
        get(
            question,
            asked -> of(asked, "id")
                .flatMap(LiveRun::report)
                .map(Answer::report)
                .orElse(Answer.status(404)));
      default -> Answer.status(404);
    };
  }

  private static Answer get(Question question, Function<Question, Answer> answer) {
    return question.method().equals("GET") ? answer.apply(question) : Answer.status(405);
  }

  private static Answer post(Question question, Function<Question, Answer> answer) {
    return question.method().equals("POST") ? answer.apply(question) : Answer.status(405);
  }

  private String started() {
    return JsonWriter.text(json -> json.beginObject()
        .field("text")
        .string(desk.text())
        .field("file")
        .string(desk.fileName())
        .endObject());
  }

  private Answer check(Question asked) {
    try {
      List<Complaint> warnings = desk.read(asked.body()).warnings();
      return checked(asked, List.of(), warnings);
    } catch (InputException wrong) {
      return checked(asked, wrong.complaints(), List.of());
    }
  }

  private Answer checked(Question asked, List<Complaint> wrong, List<Complaint> warnings) {
    return Answer.json(LiveJson.problems(wrong, warnings, desk.controls(asked.body())));
  }

  private Answer set(Question asked) {
    try {
      return Answer.json(LiveJson.text(
          "text", desk.with(asked.body(), asked.parameter("path"), asked.parameter("value"))));
    } catch (InputException wrong) {
      Complaint first = wrong.complaints().get(0);
      Complaint here = new Complaint(Position.NONE, first.path(), first.message());
      return new Answer(400, "application/json", LiveJson.text("wrong", here.toString()));
    }
  }

  private Answer run(Question asked) {
    try {
      Loaded loaded = desk.read(asked.body());
      String variant = asked.parameter("variant").equals("b") ? "b" : "a";
      LiveRun run = new LiveRun(loaded.trial(), desk.engine(), desk.threads());
      return Answer.json(LiveJson.number("id", runs.start(variant, run)));
    } catch (InputException wrong) {
      Answer problems = checked(asked, wrong.complaints(), List.of());
      return new Answer(400, problems.type(), problems.body());
    }
  }

  private Optional<LiveRun> of(Question asked, String parameter) {
    return runs.of(asked.parameter(parameter));
  }

  private Answer fleet(Question asked) {
    Optional<Run> shown = of(asked, "id").flatMap(LiveRun::shown);
    return shown
        .flatMap(run -> run.timeline().map(line -> Answer.json(LiveJson.fleet(run, line))))
        .orElse(Answer.status(404));
  }

  private Answer difference(Question asked) {
    Optional<List<SortedMap<Metric, Double>>> first = of(asked, "a").flatMap(LiveRun::replications);
    Optional<List<SortedMap<Metric, Double>>> second =
        of(asked, "b").flatMap(LiveRun::replications);
    return first.isPresent() && second.isPresent()
        ? Answer.json(LiveJson.differences(first.get(), second.get()))
        : Answer.status(404);
  }

  @Override
  public void close() {
    runs.stop();
  }
}
