package headroom.reports.live;

/**
 * What is answered.
 *
 * @param status of HTTP
 * @param type of the body
 * @param body may be empty
 * @param isReport whether it is a report, which brings a policy of its own
 */
record Answer(int status, String type, String body, boolean isReport) {

  Answer(int status, String type, String body) {
    this(status, type, body, false);
  }

  static Answer status(int status) {
    return new Answer(status, "text/plain", "");
  }

  static Answer json(String body) {
    return new Answer(200, "application/json", body);
  }

  static Answer report(String page) {
    return new Answer(200, "text/html", page, true);
  }

  /** What a browser may do with it. */
  String policy() {
    return isReport
        ? "frame-ancestors 'self'"
        : "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }
}
