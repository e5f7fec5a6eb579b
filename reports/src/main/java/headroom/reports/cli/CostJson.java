package headroom.reports.cli;

import headroom.billing.Charge;
import headroom.billing.LineStory;
import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.text.JsonWriter;
import java.util.List;
import java.util.Map;

/** A bill explained for programs: all lines, or one with every hour and run of an instance. */
record CostJson(Outcome outcome, CostStory story) {

  /** The whole bill. */
  String overview() {
    return JsonWriter.text(json -> {
      head(json);
      json.field("total").number(outcome.shownBill().total());
      json.field("lines").beginArray();
      List<Charge> charges = story.charges();
      for (int i = 0; i < charges.size(); i++) {
        json.beginObject();
        charge(json, i + 1, charges.get(i));
        json.endObject();
      }
      json.endArray().endObject();
    });
  }

  /** One line. */
  String line(int number, LineStory line) {
    return JsonWriter.text(json -> {
      head(json);
      charge(json, number, line.charge());
      json.field("hours").beginArray();
      line.hours().forEach(hour -> hour(json, line, hour));
      json.endArray();
      Map<String, String> starts = story.starts();
      json.field("runs").beginArray();
      line.runs().forEach(run -> run(json, line, run, starts));
      json.endArray().endObject();
    });
  }

  private void head(JsonWriter json) {
    json.beginObject();
    json.field("scenario").string(outcome.trial().scenario().name());
    json.field("replication").number(outcome.shownNumber());
    json.field("prices").string(outcome.trial().priceBook().id());
  }

  private static void charge(JsonWriter json, int number, Charge charge) {
    json.field("line").number(number);
    json.field("category").string(charge.category().word());
    json.field("resource").string(charge.resource().name());
    json.field("zone").string(charge.resource().zone());
    json.field("description").string(charge.item().description());
    json.field("quantity").number(charge.quantity());
    json.field("unit").string(charge.item().unitPrice().unit());
    json.field("price").number(charge.contractedPrice());
    json.field("amount").number(charge.amount());
  }

  private static void hour(JsonWriter json, LineStory line, LineStory.Hour hour) {
    json.beginObject();
    json.field("from").string(hour.begin().toString());
    json.field("quantity").number(line.charge().item().unitPrice().quantity(hour.count()));
    json.field("amount").number(hour.amount()).endObject();
  }

  private void run(
      JsonWriter json, LineStory line, LineStory.InstanceRun run, Map<String, String> starts) {
    json.beginObject();
    json.field("instance").number(run.ordinal());
    json.field("from").string(run.begin().toString());
    json.field("to").string(run.end().toString());
    json.field("goes-on").bool(run.isOpen());
    json.field("billed-seconds").number(run.seconds());
    json.field("started-by").string(story.startOf(line.charge(), run, starts)).endObject();
  }
}
