package headroom.reports.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page of all commands, in the roff macros of man(7), made from what help says. */
final class ManPage {

  private final StringBuilder roff = new StringBuilder();

  private ManPage() {}

  /** The page of a command and all within it. */
  static String of(CommandLine top, String version) {
    ManPage page = new ManPage();
    CommandSpec spec = top.getCommandSpec();
    page.macro("TH HEADROOM 1 \"\" \"headroom " + version + "\"");
    page.macro("SH NAME");
    page.text("headroom - " + String.join(" ", described(spec)));
    page.macro("SH SYNOPSIS");
    page.text("headroom [--debug] [-h] [-V] COMMAND ...");
    page.macro("SH COMMANDS");
    top.getSubcommands().values().forEach(page::command);
    page.macro("SH OPTIONS OF THE PROGRAM");
    page.options(spec);
    page.exits();
    return page.roff.toString();
  }

  private void command(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    macro("SS " + quoted(spec.qualifiedName()));
    text(command.getHelp().synopsis(0).strip().replaceAll("\\s+", " "));
    macro("PP");
    described(spec).forEach(this::text);
    spec.positionalParameters().stream()
        .filter(each -> !each.hidden())
        .forEach(each -> item(each.paramLabel(), each));
    options(spec);
    example(List.of(spec.usageMessage().footer()));
    command.getSubcommands().values().forEach(this::command);
  }

  private void options(CommandSpec spec) {
    for (OptionSpec option : spec.options()) {
      if (!option.hidden() && !option.inherited()) {
        String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        item(String.join(", ", option.names()) + value, option);
      }
    }
  }

  private void item(String head, ArgSpec about) {
    macro("TP");
    text(head);
    text(String.join(" ", unescaped(about.description())));
  }

  private void example(List<String> footer) {
    if (footer.stream().allMatch(String::isBlank)) {
      return;
    }
    macro("PP");
    macro("nf");
    footer.forEach(line -> text(line.replace("%%", "%").replace("%n", "")));
    macro("fi");
  }

  private void exits() {
    macro("SH EXIT STATUS");
    exit(ExitCode.DONE, "What was asked for is done.");
    exit(ExitCode.PROGRAM_FAILED, "The program failed; it says how to tell.");
    exit(ExitCode.INPUT_WRONG, "The input is wrong; all that is wrong is told at once.");
    exit(ExitCode.EXPECTATION_NOT_MET, "An expectation of the scenario is missed or undecided.");
    exit(ExitCode.INTERRUPTED, "It was interrupted.");
  }

  private void exit(int code, String what) {
    macro("TP");
    text(String.valueOf(code));
    text(what);
  }

  private static List<String> described(CommandSpec spec) {
    return unescaped(spec.usageMessage().description());
  }

  /** Lines as picocli would print them. */
  private static List<String> unescaped(String[] lines) {
    return List.of(lines).stream()
        .map(line -> line.replace("%%", "%").replace("%n", " "))
        .filter(line -> !line.isBlank())
        .toList();
  }

  private void macro(String words) {
    roff.append('.').append(words).append('\n');
  }

  private static String quoted(String words) {
    return '"' + words + '"';
  }

  /** A line whose backslashes, dashes and first character mean nothing to roff. */
  private void text(String line) {
    String safe = line.replace("\\", "\\e").replace("-", "\\-");
    boolean commands = safe.startsWith(".") || safe.startsWith("'");
    roff.append(commands ? "\\&" : "").append(safe).append('\n');
  }
}
