package headroom.architecture.planted.low;

/** Imported from above, as it should be. */
public record Low(int value) {}
