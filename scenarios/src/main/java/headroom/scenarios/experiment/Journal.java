package headroom.scenarios.experiment;

import headroom.results.Metric;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The finished trials of a study in a file: each is written whole when it is over, so that a study
 * that is killed at any moment can go on. It holds no prices.
 */
public final class Journal implements TrialStore, AutoCloseable {

  // How values are written; a journal of another form cannot be gone on with, whatever its version.
  private static final String FORM = "values";

  private static final int NAMES = 'N';
  private static final int TRIAL = 'T';
  private static final int END = 'E';

  private final JournalFile file;
  private final Map<TrialKey, Long> places = new LinkedHashMap<>();
  private final List<List<Metric>> names = new ArrayList<>();
  private long endMark = -1;

  private Journal(JournalFile file) {
    this.file = file;
  }

  /**
   * Opens the journal of a study, or begins one.
   *
   * @param version the version of the program; the trials of another are not its own
   * @param resume whether to go on with what is there; else only a finished journal may be there,
   *     and is begun anew
   * @throws JournalRefused when another process has it, or it may not be gone on with
   */
  public static Journal open(Path path, String version, boolean resume) throws IOException {
    JournalFile file = JournalFile.open(path);
    try {
      Journal journal = new Journal(file);
      journal.begin(version, resume);
      return journal;
    } catch (IOException | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  private void begin(String version, boolean resume) throws IOException {
    String own = version + " " + FORM;
    String line = file.line();
    if (file.isEmpty() || line.isEmpty()) {
      // A process that was killed at once may have written half a line.
      file.begin(own);
      return;
    }
    if (resume && !line.equals(own)) {
      throw new JournalRefused("the journal in this folder is of version "
          + said(line)
          + ", this is "
          + version
          + ": go on with that version, or begin anew in another folder");
    }
    file.scan(line, line.equals(own) ? this::learn : this::count);
    if (resume) {
      goOn();
    } else {
      beginAnew(own);
    }
  }

  private static String said(String line) {
    return line.endsWith(" " + FORM)
        ? line.substring(0, line.length() - FORM.length() - 1)
        : line + " of another build";
  }

  private void goOn() throws IOException {
    if (endMark >= 0) {
      file.cutAt(endMark);
    } else {
      file.cutTail();
    }
  }

  private void beginAnew(String line) throws IOException {
    if (endMark < 0 && !places.isEmpty()) {
      throw new JournalRefused("this folder holds a study that was interrupted after "
          + places.size()
          + " trials: go on with --resume, or begin anew in another folder");
    }
    places.clear();
    names.clear();
    file.begin(line);
  }

  private void learn(long at, ByteBuffer record) throws IOException {
    DataInputStream in = in(record);
    int kind = in.readByte();
    if (kind == NAMES) {
      names.add(FinishedCodec.readNames(in));
    } else {
      note(kind, in, at);
    }
  }

  /** Of a journal that is not gone on with: which trials it has, and whether it is finished. */
  private void count(long at, ByteBuffer record) throws IOException {
    DataInputStream in = in(record);
    int kind = in.readByte();
    if (kind != NAMES) {
      note(kind, in, at);
    }
  }

  private void note(int kind, DataInputStream in, long at) throws IOException {
    if (kind == TRIAL) {
      places.put(new TrialKey(in.readUTF()), at);
    } else {
      endMark = at;
    }
  }

  /** How many trials are in it. */
  public synchronized int size() {
    return places.size();
  }

  @Override
  public synchronized Optional<Finished> find(TrialKey key) {
    Long at = places.get(key);
    if (at == null) {
      return Optional.empty();
    }
    try {
      DataInputStream in = in(file.record(at));
      in.readByte();
      in.readUTF();
      return Optional.of(FinishedCodec.read(in, names.get(in.readInt())));
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void keep(TrialKey key, Finished finished) {
    if (places.containsKey(key)) {
      return;
    }
    try {
      int named = named(List.copyOf(finished.figures().keySet()));
      long at = append(TRIAL, out -> {
        out.writeUTF(key.hex());
        out.writeInt(named);
        FinishedCodec.write(out, finished);
      });
      places.put(key, at);
    } catch (IOException e) {
      throw new JournalFailed(e);
    }
  }

  /** The number of a list of names, which is written down when it is new. */
  private int named(List<Metric> metrics) throws IOException {
    int known = names.lastIndexOf(metrics);
    if (known >= 0) {
      return known;
    }
    append(NAMES, out -> FinishedCodec.writeNames(out, metrics));
    names.add(metrics);
    return names.size() - 1;
  }

  /** Notes that the study is over. */
  public synchronized void finish() {
    try {
      endMark = append(END, out -> {});
      file.force();
    } catch (IOException e) {
      throw new JournalFailed(e);
    }
  }

  private interface Content {
    void writeTo(DataOutputStream out) throws IOException;
  }

  private long append(int kind, Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(kind);
    content.writeTo(out);
    return file.append(bytes.toByteArray());
  }

  private static DataInputStream in(ByteBuffer record) {
    byte[] bytes = new byte[record.remaining()];
    record.duplicate().get(bytes);
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
