package headroom.reports.export;

import headroom.results.How;
import headroom.results.Journey;
import headroom.results.Run;
import headroom.results.SlowRequests;
import headroom.results.SlowRequests.Told;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code slow-requests.csv}: the slowest requests of the shown replication and some that failed, a
 * line for each station of their ways, or one line where none were kept.
 */
record SlowRequestsTable(Run run) {

  private static final List<String> REQUEST =
      List.of("request", "workload", "class", "arrived", "seconds", "took", "outcome", "why");
  private static final List<String> STOP =
      List.of("stop", "depth", "what", "where", "from", "waited", "worked", "stop-outcome");

  void writeTo(OutputStream out) throws IOException {
    SlowRequests slow = run.slowRequests().orElse(new SlowRequests(List.of(), List.of()));
    try (CsvWriter csv = new CsvWriter(out)) {
      csv.header(Stream.concat(REQUEST.stream(), STOP.stream()).toList());
      int number = 0;
      for (Told request : slow.slowest()) {
        lines(csv, ++number, request);
      }
      for (Told request : slow.failed()) {
        lines(csv, ++number, request);
      }
    }
  }

  private void lines(CsvWriter csv, int number, Told request) throws IOException {
    if (request.stops().isEmpty()) {
      request(csv, number, request);
      for (int i = 0; i < STOP.size(); i++) {
        csv.text("");
      }
      csv.endLine();
    }
    int stop = 0;
    for (Journey.Stop one : request.stops()) {
      request(csv, number, request);
      stop(csv, ++stop, one);
    }
  }

  private void request(CsvWriter csv, int number, Told request) throws IOException {
    csv.number(number).text(request.workload()).text(request.requestClass());
    csv.text(run.window().instantAt(request.arrivedNanos()).toString());
    csv.number(request.arrivedNanos() / 1e9).number(request.tookNanos() / 1e9);
    csv.text(request.how().map(How::word).orElse("ok")).text(request.why());
  }

  private static void stop(CsvWriter csv, int number, Journey.Stop stop) throws IOException {
    csv.number(number).number(stop.depth()).text(stop.what()).text(stop.where());
    csv.number(stop.fromNanos() / 1e9);
    csv.number((stop.startedNanos() - stop.fromNanos()) / 1e9);
    csv.number((stop.toNanos() - stop.startedNanos()) / 1e9);
    csv.text(stop.outcome());
    csv.endLine();
  }
}
