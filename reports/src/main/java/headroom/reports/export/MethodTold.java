package headroom.reports.export;

import headroom.reports.figure.Form;
import headroom.reports.page.Chapter;
import headroom.reports.page.WarmUpSearch;
import headroom.results.Metric;
import headroom.scenarios.experiment.Settling;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.text.JsonWriter;
import java.util.List;
import java.util.Optional;

/** How figures were had, where that takes more than plain replications: in words, chart and JSON. */
public record MethodTold(Trial trial) {

  /** What a terminal says. */
  public List<String> sentences() {
    return search().map(WarmUpSearch::sentence).stream().toList();
  }

  List<Chapter> chapters() {
    return search().map(WarmUpSearch::chapter).stream().toList();
  }

  void writeTo(JsonWriter json) {
    trial.settling().ifPresent(found -> {
      json.field("warm-up-search").beginObject();
      json.field("rule").string("MSER-5");
      json.field("warm-up").number(found.warmUp().toNanos() / 1e9);
      json.field("metric").string(found.metric());
      json.field("step").number(found.step().toNanos() / 1e9);
      json.field("pilots").number(found.pilots());
      json.endObject();
    });
  }

  private Optional<WarmUpSearch> search() {
    return trial.settling().map(this::search);
  }

  private WarmUpSearch search(Settling found) {
    return new WarmUpSearch(
        found.warmUp().toNanos() / 1e9,
        found.metric(),
        Form.of(Metric.value("", found.metric(), "", found.unit())),
        trial.scenario().start(),
        found.step().toNanos() / 1e9,
        found.course(),
        found.pilots());
  }
}
