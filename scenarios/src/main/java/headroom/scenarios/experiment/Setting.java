package headroom.scenarios.experiment;

/**
 * A value that a variant puts in its place.
 *
 * @param path where: "groups.web.size.min"
 * @param value what, as the scenario would write it: "6"
 */
public record Setting(String path, String value) {}
