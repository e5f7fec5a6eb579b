package headroom.reports.page;

import headroom.reports.figure.Tone;
import headroom.results.Part;

/** What the parts of a latency are called among people, and their tones in pictures. */
final class PartWords {

  private PartWords() {}

  /** In a sentence: "80 % of it is waiting at the instance". */
  static String of(Part part) {
    return switch (part) {
      case CLIENT -> "failed attempts and the waits between them";
      case DNS -> "finding the address";
      case BALANCER -> "waiting at the load balancer";
      case QUEUE -> "waiting at the instance";
      case SERVICE -> "the instance's own work";
      case CALLS -> "waiting for other services";
    };
  }

  /** Beside a band or over a column. */
  static String shortly(Part part) {
    return switch (part) {
      case CLIENT -> "retrying";
      case DNS -> "address";
      case BALANCER -> "balancer";
      case QUEUE -> "queue";
      case SERVICE -> "work";
      case CALLS -> "calls";
    };
  }

  static Tone tone(Part part) {
    return switch (part) {
      case SERVICE -> Tone.FIRST;
      case QUEUE -> Tone.SECOND;
      case CALLS -> Tone.THIRD;
      case CLIENT -> Tone.FOURTH;
      case BALANCER -> Tone.FIFTH;
      case DNS -> Tone.SIXTH;
    };
  }
}
