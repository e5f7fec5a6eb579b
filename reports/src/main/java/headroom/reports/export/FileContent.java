package headroom.reports.export;

import java.io.IOException;
import java.io.OutputStream;

/** What stands in one file of the results. */
@FunctionalInterface
interface FileContent {

  /** Writes all of it; the stream is closed by the caller. */
  void writeTo(OutputStream out) throws IOException;
}
