package headroom.billing;

import headroom.billing.Tariff.Tier;
import java.math.BigDecimal;
import java.util.List;

/** Tariffs for tests, with figures of the EC2 fleet sheet §2 and §3.3 and the platform sheet. */
final class Tariffs {

  static final List<Tariff> OF_2026 = List.of(
      volume("storage.gp2", MeterUnit.GIB_MONTH, "0.10"),
      volume("storage.gp3", MeterUnit.GIB_MONTH, "0.08"),
      volume("storage.gp3-iops", MeterUnit.IOPS_MONTH, "0.005"),
      volume("storage.gp3-throughput", MeterUnit.THROUGHPUT_MONTH, "0.04"),
      volume("storage.io1", MeterUnit.GIB_MONTH, "0.125"),
      volume("storage.io1-iops", MeterUnit.IOPS_MONTH, "0.065"),
      volume("storage.io2", MeterUnit.GIB_MONTH, "0.125"),
      volume("storage.io2-iops", MeterUnit.IOPS_MONTH, "0.065"),
      volume("storage.io2-iops-32000", MeterUnit.IOPS_MONTH, "0.0455"),
      volume("storage.io2-iops-64000", MeterUnit.IOPS_MONTH, "0.032"),
      new Tariff(
          "storage.snapshot",
          MeterUnit.STORED_GIB_MONTH,
          InstanceTimeRule.STARTED_HOURS,
          0,
          last("0.05"),
          "P1"),
      Tariff.flat("other.public-ipv4", MeterUnit.HOUR, "0.005", "M16"),
      Tariff.flat("other.elastic-ip-idle", MeterUnit.HOUR, "0.005", "M16"),
      new Tariff(
          "transfer.nat-hour",
          MeterUnit.HOUR,
          InstanceTimeRule.STARTED_HOURS,
          0,
          last("0.045"),
          "P1"),
      Tariff.flat("transfer.nat-data", MeterUnit.GIB, "0.045", "P1"),
      Tariff.flat("transfer.zone-out", MeterUnit.GIB, "0.01", "P1"),
      Tariff.flat("transfer.zone-in", MeterUnit.GIB, "0.01", "P1"),
      Tariff.flat("transfer.region", MeterUnit.GIB, "0.02", "P1"),
      Tariff.flat("transfer.region.us-east-2", MeterUnit.GIB, "0.01", "P1"),
      new Tariff(
          "dns.query.standard",
          MeterUnit.MILLION,
          InstanceTimeRule.EVERY_SECOND,
          0,
          List.of(new Tier(1_000, new BigDecimal("0.40")), last("0.20").get(0)),
          "P1"),
      Tariff.flat("dns.query.latency", MeterUnit.MILLION, "0.60", "P1"),
      Tariff.flat("dns.query.geo", MeterUnit.MILLION, "0.70", "P1"),
      Tariff.flat("dns.hosted-zone", MeterUnit.MONTH, "0.50", "P1"),
      Tariff.flat("dns.health-check", MeterUnit.MONTH, "0.50", "P1"),
      Tariff.flat("monitoring.alarm", MeterUnit.MONTH, "0.10", "P1"),
      Tariff.flat("monitoring.alarm-high-resolution", MeterUnit.MONTH, "0.30", "P1"),
      Tariff.flat("monitoring.detailed", MeterUnit.MONTH, "2.10", "P1"),
      volume("compute.host.c5", MeterUnit.HOUR, "3.366"),
      // No source has these two on demand: made up, for laws.
      volume("compute.host.m5", MeterUnit.HOUR, "5"),
      volume("compute.host.t3", MeterUnit.HOUR, "2"),
      Tariff.flat("compute.surplus.t3", MeterUnit.VCPU_HOUR, "0.05", "E16"),
      // No source gives a SUSE rate: this one is made up, for instances of generated usage.
      Tariff.flat("compute.surplus.t3.suse", MeterUnit.VCPU_HOUR, "0.07", "none"),
      new Tariff(
          "transfer.cdn-us",
          MeterUnit.GIB,
          InstanceTimeRule.EVERY_SECOND,
          0,
          List.of(new Tier(10_240, new BigDecimal("0.085")), last("0.080").get(0)),
          "P1"),
      Tariff.flat("storage.objects", MeterUnit.GIB_MONTH, "0.023", "P1"),
      Tariff.flat("storage.put", MeterUnit.MILLION, "5", "P1"),
      Tariff.flat("storage.get", MeterUnit.MILLION, "0.4", "P1"),
      Tariff.flat("storage.objects-2007", MeterUnit.GIB_MONTH, "0.15", "D11"),
      Tariff.flat("storage.put-2007", MeterUnit.MILLION, "10", "D11"),
      Tariff.flat("storage.get-2007", MeterUnit.MILLION, "1", "D11"),
      Tariff.flat("transfer.objects-out-2007", MeterUnit.GIB, "0.18", "D11"));

  private Tariffs() {}

  private static Tariff volume(String key, MeterUnit unit, String price) {
    return new Tariff(key, unit, InstanceTimeRule.SECONDS, 0, last(price), "P1");
  }

  private static List<Tier> last(String price) {
    return List.of(new Tier(Tier.NO_END, new BigDecimal(price)));
  }
}
