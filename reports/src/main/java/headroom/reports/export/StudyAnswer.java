package headroom.reports.export;

import headroom.reports.page.Told;
import headroom.scenarios.text.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;

/** What a study was asked besides the figures of its variants, answered for every file. */
public interface StudyAnswer {

  /** Writes its fields of {@code summary.json}. */
  void writeTo(JsonWriter json);

  /** The table it has besides. */
  StudyFile table();

  /** Writes that table. */
  void tableTo(OutputStream out) throws IOException;

  /** What the page says of it. */
  Told told();
}
