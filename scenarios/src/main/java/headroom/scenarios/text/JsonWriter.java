package headroom.scenarios.text;

import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Writes JSON in the order in which it is told, indented by two spaces, line ends as {@code \n};
 * numbers in the form of {@link Numbers}, one that is not finite as null.
 */
public final class JsonWriter implements AutoCloseable {

  private final JsonGenerator json;

  private JsonWriter(JsonGenerator json) {
    this.json = json;
  }

  /** A writer of UTF-8 to a stream; closing it ends the text with a line end and closes the stream. */
  public static JsonWriter to(OutputStream out) {
    return new JsonWriter(factory().createGenerator(context(), out));
  }

  public static JsonWriter to(Writer out) {
    return new JsonWriter(factory().createGenerator(context(), out));
  }

  /** The text that {@code content} writes. */
  public static String text(java.util.function.Consumer<JsonWriter> content) {
    StringWriter out = new StringWriter();
    try (JsonWriter json = to(out)) {
      content.accept(json);
    }
    return out.toString();
  }

  private static JsonFactory factory() {
    return JsonFactory.builder().enable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  }

  private static ObjectWriteContext context() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators)
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
    return new ObjectWriteContext.Base() {
      @Override
      public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
        return printer;
      }
    };
  }

  public JsonWriter beginObject() {
    json.writeStartObject();
    return this;
  }

  public JsonWriter endObject() {
    json.writeEndObject();
    return this;
  }

  public JsonWriter beginArray() {
    json.writeStartArray();
    return this;
  }

  public JsonWriter endArray() {
    json.writeEndArray();
    return this;
  }

  /** The name of the next value. */
  public JsonWriter field(String name) {
    json.writeName(name);
    return this;
  }

  public JsonWriter string(String value) {
    json.writeString(value);
    return this;
  }

  public JsonWriter number(long value) {
    json.writeNumber(value);
    return this;
  }

  public JsonWriter number(double value) {
    if (Double.isFinite(value)) {
      json.writeNumber(Numbers.text(value));
    } else {
      json.writeNull();
    }
    return this;
  }

  public JsonWriter number(BigDecimal value) {
    json.writeNumber(Numbers.text(value));
    return this;
  }

  public JsonWriter bool(boolean value) {
    json.writeBoolean(value);
    return this;
  }

  public JsonWriter nothing() {
    json.writeNull();
    return this;
  }

  /** Writes a tree: plain scalars that are JSON numbers, true, false or null stay such. */
  public JsonWriter tree(Tree tree) {
    if (tree instanceof Tree.Fields map) {
      beginObject();
      map.fields().forEach((name, field) -> field(name).tree(field.value()));
      return endObject();
    }
    if (tree instanceof Tree.Items list) {
      beginArray();
      list.items().forEach(this::tree);
      return endArray();
    }
    return scalar((Tree.Scalar) tree);
  }

  private JsonWriter scalar(Tree.Scalar scalar) {
    String text = scalar.text();
    if (scalar.isNothing()) {
      return nothing();
    }
    if (!scalar.quoted() && (text.equals("true") || text.equals("false"))) {
      return bool(text.equals("true"));
    }
    if (!scalar.quoted() && text.matches("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?")) {
      return number(new BigDecimal(text));
    }
    return string(text);
  }

  @Override
  public void close() {
    json.writeRaw('\n');
    json.close();
  }
}
