package headroom.reports.page;

/** The report of the sale, for tests of what is made from reports. */
public final class SaleContent {

  private SaleContent() {}

  /** Its report. */
  public static ReportContent plain() {
    return RunReport.of(Sale.facts());
  }

  /** Its report without figures over time, with other names. */
  public static ReportContent named(String scenario, String group, String cause) {
    return RunReport.of(Bare.of(Sale.named(scenario, group, cause).build()));
  }
}
