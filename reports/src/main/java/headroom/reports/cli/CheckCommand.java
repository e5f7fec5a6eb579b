package headroom.reports.cli;

import headroom.reports.figure.Text;
import headroom.scenarios.experiment.Replications;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.JsonWriter;
import headroom.spec.Scenario;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code check}: everything that is wrong with a scenario, or what a run of it would do. */
@Command(
    name = "check",
    description = "Say what is wrong with a scenario and its variants, or what a run would do.",
    footer = {
      "",
      "For example:",
      "  headroom check shop.yaml",
      "  headroom check shop.yaml --set seed=7"
    })
final class CheckCommand implements Callable<Integer> {

  private final Program program;

  @Mixin
  private final Options options = new Options();

  CheckCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Request request = Request.of(options, program.scenarios());
    Studies studies = Studies.of(request.found());
    if (options.json) {
      program.terminal().out().print(JsonWriter.text(writer -> write(writer, request, studies)));
    } else if (!options.quiet) {
      request.warn(program.terminal());
      Scenario scenario = request.trial().scenario();
      program.terminal().say(Text.visible(scenario.name()) + ": ok");
      program.terminal().say("would run " + plan(request));
      studies.told(request.trial().experiment().replications()).forEach(program.terminal()::say);
      program.terminal().say("has " + parts(scenario));
      program.terminal().say("would write to " + request.out());
    }
    return ExitCode.DONE;
  }

  private static void write(JsonWriter writer, Request request, Studies studies) {
    Scenario scenario = request.trial().scenario();
    writer.beginObject();
    writer.field("scenario").string(scenario.name());
    writer.field("ok").bool(true);
    writer.field("plan").string(plan(request));
    studies.variants().ifPresent(count -> writer.field("variants").number(count));
    studies.choices().ifPresent(count -> writer.field("choices").number(count));
    writer.field("warnings").beginArray();
    request.warnings().forEach(each -> writer.string(each.toString()));
    writer.endArray();
    writer.field("out").string(request.out().toString());
    writer.endObject();
  }

  private static String plan(Request request) {
    Replications plan = request.trial().experiment().replications();
    Scenario scenario = request.trial().scenario();
    String number = plan.until().isPresent()
        ? plan.atLeast() + " to " + plan.atMost() + " replications"
        : Spoken.count(plan.atLeast(), "replication");
    return number
        + " of "
        + Durations.text(scenario.lasts())
        + " on "
        + Spoken.count(request.threads(), "thread")
        + ", seed "
        + scenario.seed()
        + ", prices "
        + Text.visible(request.trial().priceBook().id());
  }

  private static String parts(Scenario scenario) {
    return String.join(
        ", ",
        Spoken.count(scenario.workloads().size(), "workload"),
        Spoken.count(scenario.loadBalancers().size(), "load balancer"),
        Spoken.count(scenario.groups().size(), "group"),
        Spoken.count(scenario.failures().size(), "failure"));
  }
}
