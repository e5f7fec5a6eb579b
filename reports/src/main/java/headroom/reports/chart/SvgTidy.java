package headroom.reports.chart;

import headroom.reports.figure.Text;
import headroom.reports.figure.Tone;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes drawn SVG small and fit for a page: colours become the page's variables, so that the dark
 * page has its own; fonts are the page's; what says nothing is dropped.
 */
final class SvgTidy {

  private static final Pattern ROOT = Pattern.compile("^<svg [^>]*>");
  private static final Pattern STYLE = Pattern.compile(" style='([^']*)'");
  private static final Pattern PATH = Pattern.compile("<path d='(M[MLZ0-9.,-]*)'");
  private static final Pattern BARE_GROUP = Pattern.compile("<g>(<text [^>]*>[^<]*</text>)</g>");
  private static final Pattern LONG = Pattern.compile("([0-9]+[.][0-9]{1,2})[0-9]*");
  private static final List<String> DEFAULTS =
      List.of("fill-opacity:1.0", "stroke-opacity:1.0", "stroke-width:1.0", "stroke-linecap:butt");
  private static final List<String> DROPPED =
      List.of("font-family", "stroke-miterlimit", "shape-rendering");
  private static final Map<String, String> COLORS = colors();

  private SvgTidy() {}

  private static Map<String, String> colors() {
    Map<String, String> colors = new TreeMap<>();
    for (Tone tone : Tone.values()) {
      int rgb = tone.lightRgb();
      String drawn = "rgb(" + (rgb >> 16) + "," + (rgb >> 8 & 255) + "," + (rgb & 255) + ")";
      colors.put(drawn, "var(" + tone.variable() + "," + Tone.css(rgb) + ")");
    }
    return colors;
  }

  static String tidy(
      String drawn, String id, int width, int height, String alternative, String more) {
    String root = String.format(
        Locale.ROOT,
        "<svg id=\"%s\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" font-family=\"sans-serif\"%s>",
        id,
        width,
        height,
        Text.escaped(alternative),
        more);
    String body = ROOT.matcher(Text.visible(drawn)).replaceFirst(Matcher.quoteReplacement(root));
    String styled =
        STYLE.matcher(body).replaceAll(m -> Matcher.quoteReplacement(style(m.group(1))));
    String paths = PATH.matcher(styled).replaceAll(m -> Matcher.quoteReplacement(path(m.group(1))));
    return BARE_GROUP.matcher(paths).replaceAll("$1");
  }

  // Most of what is drawn over time is steps, and a level or upright line needs one number.
  private static String path(String drawn) {
    StringBuilder out = new StringBuilder("<path d='");
    String[] last = {"", ""};
    for (String command : drawn.split("(?=[MLZ])", -1)) {
      String[] place = command.substring(1).split(",", 2);
      boolean isLine = command.charAt(0) == 'L' && place.length == 2;
      if (isLine && place[1].equals(last[1])) {
        out.append('H').append(place[0]);
      } else if (isLine && place[0].equals(last[0])) {
        out.append('V').append(place[1]);
      } else {
        out.append(command);
      }
      last = place.length == 2 ? place : new String[] {"", ""};
    }
    return out.append('\'').toString();
  }

  private static String style(String declarations) {
    StringBuilder out = new StringBuilder();
    for (String declaration : declarations.split(";", -1)) {
      String[] parts = declaration.strip().split(": ?", 2);
      if (parts.length == 2 && keeps(parts[0], parts[1])) {
        out.append(out.isEmpty() ? " style=\"" : ";");
        out.append(parts[0]).append(':').append(value(parts[1]));
      }
    }
    return out.isEmpty() ? "" : out.append('"').toString();
  }

  private static boolean keeps(String name, String value) {
    return !DROPPED.contains(name) && !DEFAULTS.contains(name + ":" + value);
  }

  private static String value(String value) {
    String color = COLORS.get(value);
    return color != null
        ? color
        : LONG.matcher(value).replaceAll(m -> m.group(1).replaceFirst("[.]?0+$", ""));
  }
}
