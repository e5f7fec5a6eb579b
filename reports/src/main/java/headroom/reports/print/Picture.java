package headroom.reports.print;

import headroom.reports.chart.Svg;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/** A chart as a PNG file, two dots to a CSS pixel each way. */
public final class Picture {

  private static final float DOTS = 2;

  private Picture() {}

  /** Writes it on white and leaves the stream open. */
  public static void png(Svg chart, float width, OutputStream out) throws IOException {
    PNGTranscoder transcoder = new PNGTranscoder();
    transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, DOTS * width);
    // What is drawn is ours; still, nothing in it may run or be fetched.
    transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
    TranscoderInput input = new TranscoderInput(new StringReader(chart.alone()));
    try {
      transcoder.transcode(input, new TranscoderOutput(out));
    } catch (TranscoderException failure) {
      throw new IOException("a chart could not be drawn: " + failure.getMessage(), failure);
    }
  }
}
