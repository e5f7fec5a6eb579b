package headroom.reports.page;

import headroom.reports.figure.Caption;
import headroom.reports.figure.Form;
import headroom.reports.figure.Lane;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Layer.Shape;
import headroom.reports.figure.Lengths;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Points;
import headroom.reports.figure.Scale;
import headroom.reports.figure.TimeFigure;
import headroom.reports.figure.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The instances of each group: by state, by zone, and how busy they are. */
final class FleetFigures {

  private final Course course;
  private final Incidents incidents;

  private FleetFigures(Course course) {
    this.course = course;
    this.incidents = Incidents.of(course);
  }

  static List<Block> of(Course course) {
    FleetFigures figures = new FleetFigures(course);
    List<Block> blocks = new ArrayList<>();
    int number = 0;
    for (String group : course.groups()) {
      number++;
      figures.states(group, number).map(Block.Picture::new).ifPresent(blocks::add);
      figures.units(group, number).map(Block.Picture::new).ifPresent(blocks::add);
      figures.zones(group, number).map(Block.Picture::new).ifPresent(blocks::add);
    }
    figures.utilisation().map(Block.Picture::new).ifPresent(blocks::add);
    figures.queues().map(Block.Picture::new).ifPresent(blocks::add);
    SpotFigures.prices(course).map(Block.Picture::new).ifPresent(blocks::add);
    return blocks;
  }

  private Optional<TimeFigure> states(String group, int number) {
    List<Layer> layers = new ArrayList<>();
    layer(layers, group, "in-service", "in service", Tone.FIRST, Shape.STACK);
    layer(layers, group, "launching", "launching", Tone.THIRD, Shape.STACK);
    layer(layers, group, "out-of-service", "out of service", Tone.SECOND, Shape.STACK);
    if (course.values("groups." + group + ".units").isEmpty()) {
      desired(layers, group);
    }
    return course
        .values("groups." + group + ".in-service")
        .map(serving -> figure(
            new Caption(
                "instances-" + number,
                "Instances of " + group + " by state",
                extremes(serving),
                counted()),
            Scale.linear("instances", Form.NUMBER),
            layers,
            AlarmLanes.of(group, course)));
  }

  /** What is wanted of a group whose types have weights is no number of instances. */
  private Optional<TimeFigure> units(String group, int number) {
    List<Layer> layers = new ArrayList<>();
    layer(layers, group, "units", "in service", Tone.FIRST, Shape.STACK);
    desired(layers, group);
    return course
        .values("groups." + group + ".units")
        .map(serving -> figure(
            new Caption(
                "units-" + number,
                "Capacity of " + group + " by weight",
                "Most units in service: " + Numbers.said(Form.NUMBER, Math.max(0, serving.max()))
                    + ".",
                counted()),
            Scale.linear("units", Form.NUMBER),
            layers,
            AlarmLanes.of(group, course)));
  }

  private void desired(List<Layer> layers, String group) {
    course
        .values("groups." + group + ".desired")
        .ifPresent(d -> layers.add(new Layer("desired", Tone.TEXT, Shape.STEP, d)));
  }

  private void layer(
      List<Layer> layers, String group, String state, String name, Tone tone, Shape shape) {
    course
        .values("groups." + group + "." + state)
        .filter(points -> points.max() > 0)
        .ifPresent(points -> layers.add(new Layer(name, tone, shape, points)));
  }

  private String extremes(Points serving) {
    int peak = serving.peak();
    if (peak < 0) {
      return "No instance was in service.";
    }
    double least = serving.values().min().orElse(0);
    if (least == serving.y(peak)) {
      String number = Numbers.said(Form.NUMBER, least);
      return number + (least == 1 ? " instance is" : " instances are") + " in service " + always()
          + ".";
    }
    return "Between " + Numbers.said(Form.NUMBER, least) + " and "
        + Numbers.said(Form.NUMBER, serving.y(peak)) + " instances are in service; most on "
        + course.moment(serving.x(peak)) + ".";
  }

  private Optional<TimeFigure> zones(String group, int number) {
    String prefix = "groups." + group + ".in-service.";
    List<String> zones = course.endings(prefix);
    List<Pile.Part> parts = zones.stream()
        .flatMap(z -> course.values(prefix + z).map(p -> new Pile.Part(z, p)).stream())
        .toList();
    List<Layer> layers = Pile.of(parts, Shape.STACK, everyZone());
    if (layers.size() < 2) {
      return Optional.empty();
    }
    Caption caption = new Caption(
        "zones-" + number, "Instances of " + group + " by zone", empty(parts), counted());
    return Optional.of(figure(caption, Scale.linear("instances in service", Form.NUMBER), layers));
  }

  /** Of all groups, so that a zone has one colour in all their pictures. */
  private List<String> everyZone() {
    return course.groups().stream()
        .flatMap(group -> course.endings("groups." + group + ".in-service.").stream())
        .distinct()
        .sorted()
        .toList();
  }

  private String empty(List<Pile.Part> zones) {
    String longest = "";
    long most = 0;
    for (Pile.Part zone : zones) {
      long steps = zone.points().values().filter(count -> count == 0).count();
      longest = steps > most ? zone.name() : longest;
      most = Math.max(most, steps);
    }
    return most == 0
        ? "Every zone has an instance in service " + always() + "."
        : longest + " has no instance in service " + times(most) + " of the zones.";
  }

  private String times(long steps) {
    return course.isFine()
        ? "for " + Lengths.words(steps * course.step()) + " in all, the longest"
        : "at " + steps + " of " + course.steps() + " counts, the most";
  }

  /** What is counted twice a day may have been otherwise in between. */
  private String always() {
    return course.isFine() ? "throughout" : "whenever they were counted";
  }

  private String counted() {
    return "Counted at the end of each " + Lengths.words(course.step()) + ".";
  }

  private Optional<TimeFigure> utilisation() {
    Bundle lines = new Bundle(Shape.LINE);
    for (String group : course.groups()) {
      line(lines, "groups." + group + ".cpu", group + " CPU");
      Optional<Points> cpu = course.values("groups." + group + ".cpu");
      Optional<Points> busy = course.values("groups." + group + ".busy");
      if (busy.isPresent() && (cpu.isEmpty() || !same(cpu.get(), busy.get()))) {
        line(lines, "groups." + group + ".busy", group + " workers");
      }
    }
    String title = "Utilisation of instances in service";
    return lines(lines, "utilisation", title, Scale.share("busy share"), "");
  }

  private Optional<TimeFigure> queues() {
    Bundle lines = new Bundle(Shape.LINE);
    for (String group : course.groups()) {
      String flat = "groups." + group + ".queue";
      if (course.values(flat).filter(queue -> queue.max() > 0).isPresent()) {
        line(lines, flat, group);
      }
    }
    Scale scale = Scale.linear("requests waiting", Form.NUMBER);
    return lines(lines, "queues", "Requests waiting in queues", scale, counted());
  }

  private static boolean same(Points a, Points b) {
    for (int i = 0; i < a.size(); i++) {
      if (Math.abs(a.y(i) - b.y(i)) > 1e-6) {
        return false;
      }
    }
    return true;
  }

  private void line(Bundle lines, String flat, String name) {
    course.values(flat).ifPresent(points -> lines.add(name, points));
  }

  private Optional<TimeFigure> lines(
      Bundle bundle, String id, String title, Scale scale, String note) {
    List<Layer> lines = bundle.layers();
    return lines.stream()
        .filter(layer -> layer.points().peak() >= 0)
        .max((a, b) -> Double.compare(a.points().max(), b.points().max()))
        .map(top -> {
          int peak = top.points().peak();
          String finding = "Highest is " + top.name() + " with "
              + Numbers.said(scale.form(), top.points().y(peak)) + " on "
              + course.moment(top.points().x(peak)) + ".";
          return figure(
              new Caption(id, title, finding, (note + bundle.said()).strip()), scale, lines);
        });
  }

  private TimeFigure figure(Caption caption, Scale scale, List<Layer> layers) {
    return figure(caption, scale, layers, List.of());
  }

  private TimeFigure figure(Caption caption, Scale scale, List<Layer> layers, List<Lane> lanes) {
    return new TimeFigure(
        caption, course.span(), scale, layers, List.of(), incidents.outageSpans(), lanes);
  }
}
