package headroom.reports.export;

import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.text.JsonWriter;
import java.io.OutputStream;

/** {@code provenance.json}: what is needed to make the same bytes again. */
record Provenance(Outcome outcome, String version) {

  void writeTo(OutputStream out) {
    try (JsonWriter json = JsonWriter.to(out)) {
      json.beginObject();
      json.field("program").string("headroom");
      json.field("version").string(version);
      json.field("engine").string("local");
      json.field("scenario").string(outcome.trial().scenario().name());
      json.field("scenario-digest").string("sha-256:" + outcome.trial().origin().digest());
      json.field("seed").number(outcome.trial().scenario().seed());
      json.field("replications").number(outcome.replications().size());
      json.field("shown-replication").number(outcome.shownNumber());
      json.field("shown-seed").number(outcome.shown().seed());
      json.field("price-book").string(outcome.trial().priceBook().id());
      json.field("price-book-date").string(outcome.trial().priceBook().date().toString());
      json.field("price-book-source").string(outcome.trial().priceBook().source());
      json.endObject();
    }
  }
}
