package headroom.fleet.instances;

import headroom.results.EventLog;
import headroom.results.Recorder;
import headroom.supply.LaunchError;
import java.util.ArrayList;
import java.util.List;

/** What is told about the instances of a group: to its listeners, in order, and to the event log. */
final class News {

  private final Recorder recorder;
  private final List<String> types;
  private final String[] launched;
  private final List<InstanceListener> listeners = new ArrayList<>();
  private final Audience asked = new Audience("asked");
  private final Audience running = new Audience("running");
  private final Audience inService = new Audience("inService");
  private final Audience mayGoNoMore = new Audience("mayGoNoMore");
  private final Audience outOfService = new Audience("outOfService");
  private final Audience draining = new Audience("draining");
  private final Audience terminated = new Audience("terminated");
  private final List<Audience> audiences =
      List.of(asked, running, inService, mayGoNoMore, outOfService, draining, terminated);

  News(Recorder recorder, List<String> types, List<String> zones) {
    this.recorder = recorder;
    this.types = List.copyOf(types);
    this.launched = zones.stream().map(zone -> "launched in zone " + zone).toArray(String[]::new);
  }

  void listen(InstanceListener listener) {
    listeners.add(listener);
    audiences.forEach(audience -> audience.choose(listeners));
  }

  /** Whoever must know of an instance's fate before all others. */
  void listenFirst(InstanceListener listener) {
    listeners.add(0, listener);
    audiences.forEach(audience -> audience.choose(listeners));
  }

  void asked(Instance instance, long now) {
    for (InstanceListener listener : asked.all()) {
      listener.asked(instance, now);
    }
  }

  /** It is on its way; nobody but the log wants to know. */
  void launched(Instance instance, String how, long now, String why) {
    log(now, EventLog.Kind.LAUNCH, instance, words(instance) + how, why);
  }

  private String words(Instance instance) {
    String where = launched[instance.zone()];
    String what = instance.type() == 0 ? where : where + " as " + types.get(instance.type());
    return instance.isSpot() ? what + ", spot" : what;
  }

  /** A failed instance runs again in its place as another one; nobody but the log is told. */
  void repaired(Instance next, Instance failed, long now) {
    log(now, EventLog.Kind.REPAIR, next, "repaired, was " + failed.label(), failed.crashCause());
  }

  /** A failed instance is brought back as another one; nobody but the log is told. */
  void recovered(Instance next, Instance failed, long now, String why) {
    log(now, EventLog.Kind.REPAIR, next, "recovers, was " + failed.label(), why);
  }

  /**
   * An instance has booted once more, or what serves on it was started again, and goes on as another
   * one; nobody but the log is told.
   */
  void rebooted(Instance next, Instance old, long now) {
    String what = old.diedOf().isEmpty() ? "rebooted" : "process restarted";
    log(now, EventLog.Kind.REPAIR, next, what + ", was " + old.label(), old.diedOf());
  }

  void running(Instance instance, long now) {
    for (InstanceListener listener : running.all()) {
      listener.running(instance, now);
    }
  }

  void startFailed(Instance instance, LaunchError error, long now) {
    log(now, EventLog.Kind.LAUNCH_FAILURE, instance, error.words(), "");
    listeners.forEach(listener -> listener.startFailed(instance, error, now));
  }

  void inService(Instance instance, long now) {
    log(now, EventLog.Kind.IN_SERVICE, instance, "in service", "");
    for (InstanceListener listener : inService.all()) {
      listener.inService(instance, now);
    }
  }

  void mayGoNoMore(Instance instance, long now) {
    for (InstanceListener listener : mayGoNoMore.all()) {
      listener.mayGoNoMore(instance, now);
    }
  }

  void outOfService(Instance instance, long now) {
    for (InstanceListener listener : outOfService.all()) {
      listener.outOfService(instance, now);
    }
  }

  /** A spot instance is likelier than before to be taken back. */
  void rebalanceRecommended(Instance instance, long now) {
    log(now, EventLog.Kind.UNHEALTHY, instance, "rebalance recommendation", "");
    listeners.forEach(listener -> listener.rebalanceRecommended(instance, now));
  }

  /** A spot instance will be taken back. */
  void interruptionNoticed(Instance instance, long now) {
    log(now, EventLog.Kind.UNHEALTHY, instance, "spot interruption notice", "");
    listeners.forEach(listener -> listener.interruptionNoticed(instance, now));
  }

  void crashed(Instance instance, long now) {
    log(now, EventLog.Kind.FAILURE, instance, stopped(instance), instance.crashCause());
    listeners.forEach(listener -> listener.crashed(instance, now));
  }

  private static String stopped(Instance instance) {
    if (!instance.isInterrupted()) {
      return "stopped running";
    }
    return instance.isOutbid() ? "taken back, outbid" : "taken back by the provider";
  }

  /** Somebody stops or reboots it. */
  void halted(Instance instance, String what, long now, String why) {
    log(now, EventLog.Kind.TERMINATION, instance, what, why);
    listeners.forEach(listener -> listener.halted(instance, now));
  }

  void continued(Instance instance, int by, long now) {
    listeners.forEach(listener -> listener.continued(instance, by, now));
  }

  void stopped(Instance instance, long now) {
    log(now, EventLog.Kind.TERMINATION, instance, "stopped", "");
    listeners.forEach(listener -> listener.stopped(instance, now));
  }

  void draining(Instance instance, long now, String why) {
    log(now, EventLog.Kind.TERMINATION, instance, "taken out of service", why);
    for (InstanceListener listener : draining.all()) {
      listener.draining(instance, now);
    }
  }

  void terminated(Instance instance, long now, String why) {
    log(now, EventLog.Kind.TERMINATION, instance, "terminated", why);
    goneQuietly(instance, now);
  }

  /** It is gone from here, but has not ended. */
  void goneQuietly(Instance instance, long now) {
    for (InstanceListener listener : terminated.all()) {
      listener.terminated(instance, now);
    }
  }

  private void log(long now, EventLog.Kind kind, Instance instance, String what, String why) {
    // Failures are also what metastability is judged by, in runs that are not shown as well.
    if (kind == EventLog.Kind.FAILURE || recorder.readsEvents()) {
      recorder.happened(now, kind, instance.label(), what, why);
    }
  }
}
