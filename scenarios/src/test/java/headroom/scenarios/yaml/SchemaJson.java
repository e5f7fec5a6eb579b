package headroom.scenarios.yaml;

import headroom.scenarios.text.JsonWriter;
import headroom.scenarios.text.Tree;
import headroom.scenarios.yaml.SchemaExplorer.Shape;
import headroom.scenarios.yaml.SchemaFields.Need;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes what the explorer learnt as a JSON Schema; what comes more than once has a definition. */
final class SchemaJson {

  private static final int WORTH_A_NAME = 300;

  /** What no definition is called by. */
  private static final List<String> KEYWORDS = List.of(
      "properties",
      "items",
      "anyOf",
      "allOf",
      "oneOf",
      "if",
      "then",
      "additionalProperties",
      "type");

  private final SchemaMeanings meanings;
  private final Map<Shape, String> recursive = new LinkedHashMap<>();
  private final Map<String, Object> definitions = new TreeMap<>();

  SchemaJson(SchemaMeanings meanings) {
    this.meanings = meanings;
  }

  String of(Shape scenario) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "A scenario of Headroom");
    schema.putAll(map(any(List.of(scenario), List.of())));
    new Repeats(definitions).nameIn(schema);
    schema.put("$defs", definitions);
    return JsonWriter.text(json -> write(json, schema));
  }

  /** What one of some shapes has. */
  private Object any(List<Shape> shapes, List<String> path) {
    Set<Object> alternatives = new LinkedHashSet<>();
    for (Shape shape : shapes) {
      if (shape.anything) {
        return Map.of();
      }
      alternatives.addAll(
          shape.recursive ? List.of(reference(shape, path)) : alternatives(shape, path));
    }
    return alternatives.size() == 1
        ? alternatives.iterator().next()
        : alternatives.isEmpty() ? Map.of() : Map.of("anyOf", List.copyOf(alternatives));
  }

  private Object reference(Shape shape, List<String> path) {
    String before = recursive.get(shape);
    if (before != null) {
      return Map.of("$ref", "#/$defs/" + before);
    }
    String name = Repeats.free(definitions, shape.name);
    recursive.put(shape, name);
    definitions.put(name, Map.of());
    List<Object> alternatives = alternatives(shape, path);
    definitions.put(
        name, alternatives.size() == 1 ? alternatives.get(0) : Map.of("anyOf", alternatives));
    return Map.of("$ref", "#/$defs/" + name);
  }

  private List<Object> alternatives(Shape shape, List<String> path) {
    List<Object> all = new ArrayList<>();
    boolean text = shape.forms.contains(SchemaForm.TEXT);
    boolean name = shape.forms.contains(SchemaForm.NAME);
    if (text || name) {
      all.add((text ? SchemaForm.TEXT : SchemaForm.NAME).says());
    } else {
      if (!shape.words.isEmpty()) {
        all.add(Map.of("enum", List.copyOf(shape.words)));
      }
      shape.forms.stream()
          .filter(form -> form != SchemaForm.WHOLE || !shape.forms.contains(SchemaForm.NUMBER))
          .map(SchemaForm::says)
          .forEach(all::add);
    }
    if (shape.range) {
      all.add(Map.of("type", "object"));
    }
    shape.fields.ifPresent(fields -> all.add(object(fields, path)));
    shape.values.ifPresent(value -> all.add(
        ordered("type", "object", "additionalProperties", any(List.of(value), with(path, "*")))));
    shape.items.ifPresent(item ->
        all.add(ordered("type", "array", "items", any(List.of(item), with(path, "[]")))));
    return all;
  }

  private Object object(SchemaFields fields, List<String> path) {
    Map<String, Object> object = ordered("type", "object");
    Map<String, Object> properties = new LinkedHashMap<>();
    fields.properties.forEach((name, property) -> {
      List<String> place = with(path, name);
      Map<String, Object> said = new LinkedHashMap<>();
      describe(property, place).ifPresent(about -> said.put("description", about));
      if (property.usual.size() == 1 && !property.usual.contains("")) {
        said.put("default", SchemaFields.tree(property.usual.iterator().next()));
      }
      said.putAll(map(any(property.shapes, place)));
      properties.put(name, said);
    });
    object.put("properties", properties);
    object.put("additionalProperties", false);
    if (!fields.always().isEmpty()) {
      object.put("required", List.copyOf(fields.always()));
    }
    List<Object> needs = fields.needs.stream().map(SchemaJson::need).distinct().toList();
    if (!needs.isEmpty()) {
      object.put("allOf", needs);
    }
    return object;
  }

  private Optional<String> describe(SchemaFields.Property property, List<String> path) {
    List<String> said = Stream.concat(
            meanings.of(path).stream(),
            property.examples.stream().map(example -> "For example " + example))
        .toList();
    return said.isEmpty() ? Optional.empty() : Optional.of(String.join(". ", said));
  }

  private static Object need(Need need) {
    List<Object> each = need.oneOf().stream()
        .<Object>map(name -> Map.of("required", List.of(name)))
        .toList();
    if (need.when().equals("exactly")) {
      return Map.of("oneOf", each);
    }
    Object one = each.size() == 1 ? each.get(0) : Map.of("anyOf", each);
    return need.when().isEmpty()
        ? one
        : ordered("if", Map.of("required", List.of(need.when())), "then", one);
  }

  private static List<String> with(List<String> path, String name) {
    return Stream.concat(path.stream(), Stream.of(name)).toList();
  }

  private static Map<String, Object> map(Object schema) {
    return inOrder((Map<?, ?>) schema);
  }

  /** Small maps have no order of their own, or another one in each process. */
  private static Map<String, Object> inOrder(Map<?, ?> map) {
    Map<String, Object> ordered =
        map instanceof LinkedHashMap ? new LinkedHashMap<>() : new TreeMap<>();
    map.forEach((name, each) -> ordered.put((String) name, each));
    return ordered;
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  static void write(JsonWriter json, Object value) {
    if (value instanceof Map<?, ?> map) {
      json.beginObject();
      inOrder(map).forEach((name, each) -> write(json.field(name), each));
      json.endObject();
    } else if (value instanceof List<?> list) {
      json.beginArray();
      list.forEach(each -> write(json, each));
      json.endArray();
    } else if (value instanceof Tree tree) {
      json.tree(tree);
    } else if (value instanceof Boolean bool) {
      json.bool(bool);
    } else {
      json.string((String) value);
    }
  }

  /** Gives what is long and comes more than once a name. */
  record Repeats(Map<String, Object> definitions) {

    void nameIn(Map<String, Object> schema) {
      Map<String, Integer> seen = new LinkedHashMap<>();
      count(schema, seen);
      definitions.values().forEach(each -> count(each, seen));
      Map<String, String> names = new LinkedHashMap<>();
      schema.replaceAll(
          (name, each) -> name.equals("$defs") ? each : shared(each, name, seen, names));
      List.copyOf(definitions.keySet()).forEach(name -> {
        Object each = definitions.get(name);
        definitions.put(name, insides(each, name, seen, names));
      });
    }

    private static String text(Object schema) {
      return JsonWriter.text(json -> write(json, schema));
    }

    private void count(Object schema, Map<String, Integer> seen) {
      if (schema instanceof Map<?, ?> map) {
        String text = text(map);
        if (text.length() >= WORTH_A_NAME && seen.merge(text, 1, Integer::sum) > 1) {
          return;
        }
        map.values().forEach(each -> count(each, seen));
      } else if (schema instanceof List<?> list) {
        list.forEach(each -> count(each, seen));
      }
    }

    private static boolean isObject(Object schema) {
      return schema instanceof Map<?, ?> map
          && map.containsKey("type")
          && map.containsKey("properties");
    }

    private static boolean isChoice(Object schema) {
      return schema instanceof Map<?, ?> map && map.size() == 1 && map.containsKey("anyOf");
    }

    private Object shared(
        Object schema, String called, Map<String, Integer> seen, Map<String, String> names) {
      if (isObject(schema) || isChoice(schema)) {
        String text = text(schema);
        if (seen.getOrDefault(text, 0) > 1) {
          String name = names.get(text);
          if (name == null) {
            name = free(definitions, called);
            names.put(text, name);
            definitions.put(name, Map.of());
            definitions.put(name, insides(schema, called, seen, names));
          }
          return Map.of("$ref", "#/$defs/" + name);
        }
      }
      return insides(schema, called, seen, names);
    }

    private Object insides(
        Object schema, String called, Map<String, Integer> seen, Map<String, String> names) {
      if (schema instanceof Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        inOrder(map).forEach((key, each) -> {
          boolean isOurs = KEYWORDS.contains(key);
          copy.put(key, shared(each, isOurs ? called : key, seen, names));
        });
        return copy;
      }
      if (schema instanceof List<?> list) {
        return list.stream().map(each -> shared(each, called, seen, names)).toList();
      }
      return schema;
    }

    static String free(Map<String, Object> definitions, String name) {
      String free = name;
      for (int i = 2; definitions.containsKey(free); i++) {
        free = name + "-" + i;
      }
      return free;
    }
  }
}
