package headroom.billing;

/**
 * A group whose machines are its provider's own: no time, volume, address or data of it is on the
 * bill, but what meters of the scenario's own count of it.
 *
 * @param name the group, as results name it: "groups.cdn"
 */
public record Managed(String name) implements Agreement {}
