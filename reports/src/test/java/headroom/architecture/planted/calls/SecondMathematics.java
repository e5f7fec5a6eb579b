package headroom.architecture.planted.calls;

/** Does what the ban of this name forbids. */
final class SecondMathematics {

  double sine(double angle) {
    return StrictMath.sin(angle);
  }
}
