package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.scenarios.experiment.RunFunction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every command that there is has --json and --quiet, and does by them what they say. */
class EveryCommandTest {

  private static final RunFunction ENGINE =
      (scenario, seed, shown) -> shown ? Engine.show(scenario, seed) : Engine.run(scenario, seed);

  private static final String SCENARIO = """
      scenario: small
      lasts: 10m
      workloads:
        users: {to: web, rate: 2/s}
      groups:
        web: {type: m5.large, size: {min: 2}, serves: {workers: 2, time: {exponential: {mean: 100ms}}}}
      experiment:
        replications: 2
        vary: {groups.web.size.min: [2, 3]}
        optimize:
          objective: minimize cost.monthly
          subject-to: [latency.mean < 500ms]
          over: {groups.web.size.min: {from: 2, to: 3}}
          first: 3
          at-most: 9
      """;

  private static final String VARIED = "vary: {groups.web.size.min: [2, 3]}";
  private static final String UNCERTAIN =
      "uncertain: {samples: 2, inputs: {groups.web.size.min: {from: 2, to: 4}}}";

  private static final String OFFERS = """
      "FormatVersion","v1.0"
      "Disclaimer","none"
      "Publication Date","2026-08-01T12:00:00Z"
      "Version","1"
      "OfferCode","AmazonEC2"
      "SKU","TermType","Unit","PricePerUnit","Currency","LeaseContractLength","PurchaseOption",\
      "OfferingClass","Location","Instance Type","vCPU","Memory","Tenancy","Operating System",\
      "License Model","CapacityStatus","Pre Installed S/W","Region Code"
      "K1","OnDemand","Hrs","0.0960000000","USD","","","","US East (N. Virginia)","m1.large","2",\
      "8 GiB","Shared","Linux","No License required","Used","NA","us-east-1"
      """;

  // What a command that simulates says is in its files too; of these the answer is all there is.
  private static final Set<String> ANSWERS = Set.of("explain", "explain-cost");

  // It ends when it is told to: LiveServerTest and ProcessTest have it.
  private static final String SERVE = "serve";

  private final Path home;

  EveryCommandTest(@TempDir Path home) throws IOException {
    this.home = home;
    Files.writeString(home.resolve("small.yaml"), SCENARIO);
    Files.writeString(
        home.resolve("large.yaml"),
        SCENARIO.replace("scenario: small", "scenario: large").replace("min: 2}", "min: 4}"));
    Files.writeString(home.resolve("plain.yaml"), SCENARIO.replace(VARIED, ""));
    Files.writeString(home.resolve("unsure.yaml"), SCENARIO.replace(VARIED, UNCERTAIN));
    Files.writeString(home.resolve("offers.csv"), OFFERS);
  }

  private record Finished(int code, String out, String err) {}

  private static CommandTree tree(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    Terminal terminal = new Terminal(Terminal.printing(out), Terminal.printing(err), false, 100);
    return new CommandTree(new Program(terminal, new ScenarioShelf(), ENGINE, ENGINE));
  }

  private static Finished run(Stream<String> words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code = tree(out, err).execute(words.toArray(String[]::new));
    return new Finished(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The commands that do something, by all their words. */
  private static Map<String, CommandLine> commands() {
    Map<String, CommandLine> found = new LinkedHashMap<>();
    collect(tree(new ByteArrayOutputStream(), new ByteArrayOutputStream()).commands(), "", found);
    return found;
  }

  private static void collect(CommandLine of, String words, Map<String, CommandLine> found) {
    of.getSubcommands().forEach((name, command) -> {
      if (command.getSubcommands().isEmpty()) {
        found.put(words + name, command);
      }
      collect(command, words + name + " ", found);
    });
  }

  /** What one of them is asked, in a folder of its own. */
  private List<String> asked(String command, String folder) {
    String small = home.resolve("small.yaml").toString();
    List<String> out = List.of("--out", home.resolve(folder).toString());
    return switch (command) {
      case "sweep", "optimize" -> with(out, small);
      case "sensitivity" -> with(out, home.resolve("unsure.yaml").toString());
      case "run", "calibrate" -> with(out, home.resolve("plain.yaml").toString());
      case "compare" -> with(out, small, home.resolve("large.yaml").toString());
      case "check", "explain", "explain-cost" -> List.of(small);
      case "prices show" -> List.of("us-east-1/2026-07", "m5.large");
      case "prices diff" -> List.of("us-east-1/2009-06", "us-east-1/2012-04");
      case "prices import" ->
        List.of(home.resolve("offers.csv").toString(), "--to", home + "/" + folder + "-book.yaml");
      case "new" -> List.of(home.resolve(folder + ".yaml").toString());
      default -> List.of();
    };
  }

  private static List<String> with(List<String> more, String... first) {
    return Stream.concat(Stream.of(first), more.stream()).toList();
  }

  private Finished run(String command, String option) {
    return run(Stream.of(
            Stream.of(command.split(" ")),
            asked(command, command + option).stream(),
            Stream.of(option))
        .flatMap(words -> words));
  }

  @Test
  void everyCommandSpeaksJson() {
    commands().forEach((words, command) -> {
      assertNotNull(command.getCommandSpec().findOption("--json"), words);
      if (!words.equals(SERVE)) {
        Finished done = run(words, "--json");
        assertEquals("", done.err(), words);
        assertEquals(ExitCode.DONE, done.code(), words);
        JsonNode json = new ObjectMapper().readTree(done.out());
        assertTrue(json.isContainer() && !json.isEmpty(), words + ": " + done.out());
      }
    });
  }

  @Test
  void everyCommandIsQuiet() {
    commands().forEach((words, command) -> {
      assertNotNull(command.getCommandSpec().findOption("--quiet"), words);
      boolean isFile = command.getCommandSpec().findOption("--out") != null
          || command.getCommandSpec().findOption("--to") != null
          || words.equals("new");
      if (!words.equals(SERVE)) {
        Finished done = run(words, "--quiet");
        assertEquals("", done.err(), words);
        assertEquals(ExitCode.DONE, done.code(), words);
        assertEquals(
            (isFile && !ANSWERS.contains(words)) || words.equals("doctor"),
            done.out().isEmpty(),
            words + ": " + done.out());
      }
    });
  }
}
