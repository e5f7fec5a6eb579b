package headroom.reports.cli;

import headroom.billing.PriceBook;
import headroom.billing.RegionBook;
import headroom.billing.ReservedOffer;
import headroom.reports.export.ResultsFolder;
import headroom.scenarios.experiment.OtherBooks;
import headroom.scenarios.experiment.Replications;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.text.Complaint;
import headroom.supply.InstanceType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A command line that makes sense together with its scenario.
 *
 * @param trial what to run
 * @param found the scenario with its variants, which a run leaves alone
 * @param warnings what in the scenario is most likely not meant
 * @param threads how many replications at once
 * @param shown number of the replication to show
 * @param out where results go, as the user would say it
 * @param folder the same, fit to be written to
 */
record Request(
    Trial trial,
    ScenarioSource.Found found,
    List<Complaint> warnings,
    int threads,
    int shown,
    Path out,
    ResultsFolder folder) {

  /**
   * Reads the scenario and checks the options.
   *
   * @throws WrongUse when the options cannot be carried out
   */
  static Request of(Options options, ScenarioSource scenarios) {
    checkOptions(options.replications, options);
    if (options.selfCheck && !options.engine.equals(Crew.LOCAL)) {
      throw new WrongUse(
          "--check runs on this machine alone; leave out --engine " + options.engine);
    }
    within("--show", options.show, Replications.LIMIT);
    ScenarioSource.Found found = scenarios.read(
        options.scenario,
        sets(options.sets, options.seed, options.replications),
        options.allowOutside);
    checkShown(options.show, found.trial().experiment().replications());
    String name = found.trial().scenario().name();
    Path out = options.out.orElseGet(() -> Path.of("headroom-out", fileName(name)));
    int threads = options.threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    return new Request(
        found.trial(), found, found.warnings(), threads, options.show, out, ResultsFolder.at(out));
  }

  /**
   * The same, with advice on what to commit to.
   *
   * @throws WrongUse when no price book has plans or anything to reserve for the groups
   */
  Request advised() {
    List<RegionBook> regions = trial.priceBook().commitments().regions();
    List<PriceBook> books = regions.isEmpty()
        ? List.of(trial.priceBook())
        : regions.stream().map(RegionBook::book).toList();
    List<String> types = trial.scenario().groups().stream()
        .flatMap(group -> trial.scenario().typesOf(group).stream())
        .map(InstanceType::name)
        .distinct()
        .toList();
    boolean offersNothing = books.stream()
        .allMatch(book -> book.planOffers().isEmpty()
            && types.stream()
                .allMatch(type -> book.reservedOffers(type, "linux").isEmpty()));
    if (offersNothing) {
      throw new WrongUse("--commitments advise: "
          + String.join("; ", books.stream().map(book -> nothing(book, types)).toList()));
    }
    return new Request(trial.advised(), found, warnings, threads, shown, out, folder);
  }

  private static String nothing(PriceBook book, List<String> types) {
    List<String> others =
        book.reserved().stream().map(ReservedOffer::type).distinct().toList();
    return "the price book " + book.id() + " has no savings plans, and no reserved instances of "
        + String.join(", ", types)
        + (others.isEmpty() ? "" : "; it has those of " + String.join(", ", others));
  }

  /** The same, its bills read with more price books. */
  Request comparedWith(OtherBooks books) {
    return new Request(trial.comparedWith(books), found, warnings, threads, shown, out, folder);
  }

  /** Whether the scenario has variants. */
  boolean varies() {
    return found.varied().isPresent();
  }

  /** Tells what is most likely not meant. */
  void warn(Terminal terminal) {
    for (Complaint warning : warnings) {
      terminal
          .err()
          .println(
              new Complaint(warning.position(), warning.path(), "warning: " + warning.message()));
    }
  }

  /** Refuses numbers and words that mean nothing. */
  static void checkOptions(Optional<Integer> replications, CommonOptions options) {
    replications.ifPresent(n -> within("--replications", n, Replications.LIMIT));
    options.threads.ifPresent(n -> within("--threads", n, 1024));
    if (!List.of(Crew.LOCAL, "spark").contains(options.engine)) {
      throw new WrongUse("--engine must be local or spark, was '" + options.engine + "'");
    }
    if (options.master.isPresent() && options.engine.equals(Crew.LOCAL)) {
      throw new WrongUse("--master goes with --engine spark");
    }
  }

  private static void within(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new WrongUse(option + " must be between 1 and " + most + ", was " + value);
    }
  }

  private static void checkShown(int shown, Replications replications) {
    if (shown > replications.atMost()) {
      throw new WrongUse(
          "--show " + shown + " is beyond the last replication, " + replications.atMost());
    }
  }

  /** All that replaces values of the scenario. */
  static List<String> sets(
      List<String> written, Optional<Long> seed, Optional<Integer> replications) {
    List<String> sets = new ArrayList<>(written);
    seed.ifPresent(it -> sets.add("seed=" + it));
    replications.ifPresent(n -> sets.add("experiment.replications=" + n));
    return sets;
  }

  /** A scenario's name as that of a folder: it must not lead anywhere else. */
  static String fileName(String scenario) {
    String name = scenario
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}._-]+", "-")
        .replaceAll("^[.-]+", "");
    return name.isEmpty() ? "results" : name;
  }
}
