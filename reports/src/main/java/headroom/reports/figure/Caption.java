package headroom.reports.figure;

/**
 * The words around a figure.
 *
 * @param id unique on its page; letters, digits and hyphens
 * @param title what the figure shows
 * @param finding what a reader sees in it, in a sentence; also its text alternative
 * @param note how it was made, or what it leaves out; may be empty
 */
public record Caption(String id, String title, String finding, String note) {

  public Caption {
    if (!id.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("not an id: " + id);
    }
  }
}
