package headroom.reports.live;

import headroom.scenarios.text.JsonWriter;

/**
 * A value of the scenario that one would change: a field, and a slider over its number.
 *
 * @param about what kind of value: "Sizes", "Prices"
 * @param path where it stands
 * @param value how it is written
 * @param number its number
 * @param unit what follows the number; may be empty
 * @param most where the slider ends; it begins at 0
 * @param step between two places of the slider
 */
record Control(
    String about, String path, String value, double number, String unit, double most, double step) {

  void writeTo(JsonWriter json) {
    json.beginObject();
    json.field("about").string(about);
    json.field("path").string(path);
    json.field("value").string(value);
    json.field("number").number(number);
    json.field("unit").string(unit);
    json.field("most").number(most);
    json.field("step").number(step);
    json.endObject();
  }
}
