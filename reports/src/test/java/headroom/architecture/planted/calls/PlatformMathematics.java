package headroom.architecture.planted.calls;

import java.util.function.DoubleUnaryOperator;

/** Does what the ban of this name forbids. */
final class PlatformMathematics {

  DoubleUnaryOperator function() {
    return Math::exp;
  }
}
