package headroom.spec;

import headroom.fault.Ageing;
import headroom.fault.CacheLoss;
import headroom.fault.DependencyFailure;
import headroom.fault.Failure;
import headroom.fault.GrayFailure;
import headroom.fault.HardwareFailures;
import headroom.fault.InstanceFailures;
import headroom.fault.InstanceOutages;
import headroom.fault.InstanceReplay;
import headroom.fault.LaunchServiceOutage;
import headroom.fault.Maintenance;
import headroom.fault.Partition;
import headroom.fault.ProcessFailures;
import headroom.fault.ProviderFailure;
import headroom.fault.RegionFailure;
import headroom.fault.ServiceOutage;
import headroom.fault.Slowdown;
import headroom.fault.ZoneFailure;
import java.util.Optional;

/** What the kinds of failures are called in a scenario, and what they are about. */
final class FailureKinds {

  private FailureKinds() {}

  static String word(Failure failure) {
    if (failure instanceof HardwareFailures hardware) {
      return hardware.level().word();
    }
    if (failure instanceof GrayFailure gray) {
      return gray.kind().word();
    }
    if (failure instanceof DependencyFailure) {
      return "dependency";
    }
    if (failure instanceof Ageing) {
      return "ageing";
    }
    if (failure instanceof ServiceOutage outage) {
      return outage.service().word();
    }
    if (failure instanceof Maintenance) {
      return "maintenance";
    }
    if (failure instanceof Partition) {
      return "partition";
    }
    if (failure instanceof ZoneFailure) {
      return "zone";
    }
    if (failure instanceof RegionFailure) {
      return "region";
    }
    if (failure instanceof ProcessFailures) {
      return "processes";
    }
    if (failure instanceof ProviderFailure) {
      return "provider";
    }
    if (failure instanceof Slowdown) {
      return "slowdown";
    }
    if (failure instanceof CacheLoss) {
      return "cache-loss";
    }
    return failure instanceof LaunchServiceOutage ? "launch-service" : "instances";
  }

  /** The group it strikes, if it is one of a group. */
  static Optional<String> group(Failure failure) {
    if (failure instanceof InstanceFailures instances) {
      return Optional.of(instances.of());
    }
    if (failure instanceof ProcessFailures processes) {
      return Optional.of(processes.of());
    }
    if (failure instanceof InstanceOutages instances) {
      return Optional.of(instances.of());
    }
    if (failure instanceof InstanceReplay replay) {
      return Optional.of(replay.of());
    }
    if (failure instanceof Slowdown slowdown) {
      return Optional.of(slowdown.of());
    }
    if (failure instanceof GrayFailure gray) {
      return Optional.of(gray.of());
    }
    if (failure instanceof DependencyFailure dependency) {
      return Optional.of(dependency.of());
    }
    if (failure instanceof Maintenance maintenance) {
      return Optional.of(maintenance.of());
    }
    if (failure instanceof Ageing ageing) {
      return Optional.of(ageing.of());
    }
    return failure instanceof CacheLoss loss ? Optional.of(loss.of()) : Optional.empty();
  }
}
