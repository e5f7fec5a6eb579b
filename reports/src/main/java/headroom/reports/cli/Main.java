package headroom.reports.cli;

/** The program. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    CommandTree commands = new CommandTree(Programs.local(terminal));
    System.exit(terminal.written(commands.execute(arguments)));
  }
}
