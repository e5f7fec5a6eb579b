package headroom.reports.cli;

/** What the program says to the shell that started it (design, commands). */
final class ExitCode {

  static final int DONE = 0;
  static final int PROGRAM_FAILED = 1;
  static final int INPUT_WRONG = 2;
  static final int EXPECTATION_NOT_MET = 3;
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
