package headroom.fault;

/** Something that breaks; its name is the cause that failed requests and downtime are put down to. */
public interface Failure {

  /** The name in the results: as given, else kind and target ("zone-b", "instances-web"). */
  String name();
}
