package headroom.reports.export;

import headroom.reports.figure.Reading;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.reports.page.Block;
import headroom.reports.page.Chapter;
import headroom.reports.page.Finding;
import headroom.reports.page.Told;
import headroom.reports.page.Topic;
import headroom.scenarios.experiment.Candidate;
import headroom.scenarios.experiment.Optimum;
import headroom.scenarios.text.JsonWriter;
import headroom.statistics.Difference;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was chosen and why, as files and page have it. */
public record OptimumAnswer(Optimum optimum) implements StudyAnswer {

  // How sure it is, what comes next, and what a mistake would cost.
  private static final int FINDINGS = 3;

  @Override
  public void writeTo(JsonWriter json) {
    json.field("optimum").beginObject();
    json.field("objective").string(optimum.question().objective());
    json.field("goal").string(optimum.question().maximize() ? "maximize" : "minimize");
    name(json, "choice", optimum.choice().map(each -> each.variant().name()).orElse(""));
    name(
        json, "runner-up", optimum.runnerUp().map(each -> each.variant().name()).orElse(""));
    json.field("proven").bool(optimum.isProven());
    json.field("confidence").number(optimum.confidence());
    json.field("indifference").number(optimum.indifference());
    json.field("regret").number(optimum.regret());
    json.field("combinations").number(optimum.combinations());
    json.field("at-an-end").beginArray();
    optimum.ends().forEach(json::string);
    json.endArray();
    json.field("candidates").beginArray();
    optimum.candidates().forEach(each -> candidate(json, each));
    json.endArray();
    json.endObject();
  }

  private static void name(JsonWriter json, String field, String name) {
    json.field(field);
    if (name.isEmpty()) {
      json.nothing();
    } else {
      json.string(name);
    }
  }

  private void candidate(JsonWriter json, Candidate candidate) {
    json.beginObject();
    json.field("name").string(candidate.variant().name());
    json.field("fate").string(word(candidate));
    json.field("neighbour").bool(candidate.isNeighbour());
    json.field("why").string(why(candidate));
    json.endObject();
  }

  private static String word(Candidate candidate) {
    return candidate.fate().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String why(Candidate candidate) {
    return new OptimumWords(optimum).why(candidate).replace('\u00A0', ' ');
  }

  @Override
  public StudyFile table() {
    return StudyFile.CANDIDATES;
  }

  @Override
  public void tableTo(OutputStream out) throws IOException {
    try (CsvWriter csv = new CsvWriter(out)) {
      csv.header(List.of(
          "candidate",
          "fate",
          "neighbour",
          "replications",
          "beaten by",
          optimum.question().objective() + " more than the choice",
          "low",
          "high",
          "why"));
      for (Candidate each : optimum.candidates()) {
        csv.text(each.variant().name()).text(word(each)).text(each.isNeighbour() ? "yes" : "no");
        csv.number(each.variant().replications().size()).text(each.beatenBy());
        csv.number(each.difference().map(Difference::mean).orElse(Double.NaN));
        csv.number(each.difference().map(Difference::low).orElse(Double.NaN));
        csv.number(each.difference().map(Difference::high).orElse(Double.NaN));
        csv.text(why(each));
        csv.endLine();
      }
    }
  }

  @Override
  public Told told() {
    OptimumWords words = new OptimumWords(optimum);
    List<String> sentences = words.sentences();
    List<Block> blocks = new ArrayList<>();
    sentences.stream().skip(1 + FINDINGS).map(Block.Paragraph::new).forEach(blocks::add);
    if (!optimum.neighbours().isEmpty()) {
      blocks.add(
          new Block.Listing(table("neighbours", "Why not its neighbours", optimum.neighbours())));
    }
    List<Block> all = List.of(new Block.Listing(
        table("candidates", "Every candidate, and why not", optimum.candidates())));
    return new Told(
        sentences.get(0),
        "Candidates are dropped as soon as they are known to miss a limit or to be beaten on the"
            + " same luck (ranking and selection by Kim and Nelson 2001; limits judged by whole"
            + " intervals that hold for all candidates at once).",
        List.of(
            Chapter.of(Topic.CHOICES, blocks)
                .finding(sentences.stream()
                    .skip(1)
                    .limit(FINDINGS)
                    .map(each -> new Finding(each, "candidates"))
                    .toList()),
            Chapter.of(Topic.CHOICES, all)));
  }

  private Table table(String id, String caption, List<Candidate> candidates) {
    String objective = optimum.question().objective();
    return new Table(
        id,
        caption,
        List.of(
            Column.text("Candidate"),
            Column.number(new OptimumWords(optimum).heading()),
            Column.number("Replications"),
            Column.text("Why not")),
        candidates.stream()
            .map(each -> List.of(
                each.variant().name(),
                each.variant()
                    .estimate(objective)
                    .map(estimate -> Reading.of(estimate).both())
                    .orElse(""),
                String.valueOf(each.variant().replications().size()),
                new OptimumWords(optimum).why(each)))
            .toList());
  }
}
