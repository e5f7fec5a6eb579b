package headroom.billing;

/**
 * A version of the FinOps Open Cost and Usage Specification that bills are written in: 1.2, which
 * most tools read, and 1.4, the newest (platform sheet §9.1). Since 1.3 who hosts and who serves
 * have columns; 1.4 has no more those of who provides and who publishes.
 */
public enum FocusVersion {
  V1_2("1.2"),
  V1_4("1.4");

  private final String word;

  FocusVersion(String word) {
    this.word = word;
  }

  /** As the specification calls it: "1.2". */
  public String word() {
    return word;
  }

  boolean has(FocusColumn column) {
    return switch (column) {
      case PROVIDER_NAME, PUBLISHER_NAME -> this == V1_2;
      case HOST_PROVIDER_NAME, SERVICE_PROVIDER_NAME -> this == V1_4;
      default -> true;
    };
  }
}
