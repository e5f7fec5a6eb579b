package headroom.scenarios.experiment;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A file of records that is only appended to: a line that says what it is, then for each record its
 * length, its checksum (CRC-32C) and its bytes. Whoever has it open holds its lock, which ends with
 * the process.
 */
final class JournalFile implements AutoCloseable {

  private static final String MAGIC = "headroom-journal/1 ";
  private static final int HEAD = 8;
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_RECORD = 1 << 30;

  /** Hears of the records of a file, in order. */
  interface Scan {
    void record(long at, ByteBuffer bytes) throws IOException;
  }

  private final FileChannel channel;
  private long end;

  private JournalFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a file, or makes it.
   *
   * @throws JournalRefused when another process has it
   */
  static JournalFile open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(
        path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new JournalRefused("another process is working on the study in this folder");
    }
    return new JournalFile(channel);
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException inThisProcess) {
      return false;
    }
  }

  boolean isEmpty() throws IOException {
    return channel.size() == 0;
  }

  /** What the first line says after the kind of file; empty when it is no journal. */
  String line() throws IOException {
    byte[] start = bytes(0, (int) Math.min(LONGEST_LINE, channel.size())).array();
    String text = new String(start, StandardCharsets.UTF_8);
    int lineEnd = text.indexOf('\n');
    return text.startsWith(MAGIC) && lineEnd > 0 ? text.substring(MAGIC.length(), lineEnd) : "";
  }

  /** Begins anew with a line; whatever was in the file is gone. */
  void begin(String line) throws IOException {
    channel.truncate(0);
    end = 0;
    writeAt(ByteBuffer.wrap((MAGIC + line + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  /** Reads every whole record; the file ends before the first that is not, or that is refused. */
  void scan(String line, Scan scan) throws IOException {
    end = (MAGIC + line + "\n").getBytes(StandardCharsets.UTF_8).length;
    while (end + HEAD <= channel.size()) {
      ByteBuffer head = bytes(end, HEAD);
      int length = head.getInt();
      int checksum = head.getInt();
      if (length <= 0 || length > LONGEST_RECORD || end + HEAD + length > channel.size()) {
        return;
      }
      ByteBuffer record = bytes(end + HEAD, length);
      if (checksum(record) != checksum) {
        return;
      }
      scan.record(end, record);
      end += HEAD + length;
    }
  }

  /** Cuts off what stands behind a place. */
  void cutAt(long place) throws IOException {
    end = place;
    channel.truncate(end);
  }

  /** Cuts off what the scan did not take. */
  void cutTail() throws IOException {
    channel.truncate(end);
  }

  ByteBuffer record(long at) throws IOException {
    return bytes(at + HEAD, bytes(at, HEAD).getInt());
  }

  /** Appends a record, whole or not at all, and says where. */
  long append(byte[] record) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + record.length);
    bytes
        .putInt(record.length)
        .putInt(checksum(ByteBuffer.wrap(record)))
        .put(record)
        .flip();
    long at = end;
    try {
      writeAt(bytes);
    } catch (IOException failed) {
      end = at;
      channel.truncate(end);
      throw failed;
    }
    return at;
  }

  private void writeAt(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      end += channel.write(bytes, end);
    }
  }

  private ByteBuffer bytes(long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException("the journal ends within a record");
      }
    }
    return bytes.flip();
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.duplicate());
    return (int) checksum.getValue();
  }

  void force() throws IOException {
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
