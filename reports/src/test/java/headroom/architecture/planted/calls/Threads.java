package headroom.architecture.planted.calls;

/** Does what the ban of this name forbids. */
final class Threads {

  Thread thread(Runnable work) {
    return new Thread(work);
  }
}
