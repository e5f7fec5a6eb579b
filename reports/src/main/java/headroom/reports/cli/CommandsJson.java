package headroom.reports.cli;

import headroom.scenarios.text.JsonWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Commands with their options and arguments as JSON, for programs that offer them to people. */
final class CommandsJson {

  private CommandsJson() {}

  static void write(JsonWriter json, CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    json.beginObject();
    json.field("command").string(spec.qualifiedName());
    json.field("about")
        .string(String.join(" ", spec.usageMessage().description()).strip());
    json.field("arguments").beginArray();
    spec.positionalParameters().forEach(each -> argument(json, each.paramLabel(), each));
    json.endArray();
    json.field("options").beginArray();
    spec.options().forEach(each -> argument(json, each.longestName(), each));
    json.endArray();
    json.field("commands").beginArray();
    command.getSubcommands().values().forEach(each -> write(json, each));
    json.endArray().endObject();
  }

  private static void argument(JsonWriter json, String name, ArgSpec argument) {
    json.beginObject();
    json.field("name").string(name);
    json.field("about").string(String.join(" ", argument.description()));
    json.field("required").bool(argument.required());
    json.endObject();
  }
}
