package headroom.architecture.planted.calls;

/** Does what the ban of this name forbids. */
final class SharedChance {

  double draw() {
    return Math.random();
  }
}
