package headroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.tudelft.simulation.dsol.experiment.Experiment;
import nl.tudelft.simulation.dsol.experiment.StreamInformation;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import nl.tudelft.simulation.dsol.statistics.SimCounter;
import nl.tudelft.simulation.dsol.statistics.SimPersistent;
import nl.tudelft.simulation.dsol.statistics.SimTally;
import nl.tudelft.simulation.jstats.distributions.DistExponential;
import nl.tudelft.simulation.jstats.streams.MersenneTwister;
import org.djutils.event.EventListener;
import org.djutils.event.EventType;
import org.djutils.event.reference.ReferenceType;
import org.djutils.metadata.MetaData;
import org.junit.jupiter.api.Test;

/** DSOL's statistics, streams, generators and experiments on DSOL's simulator and on ours. */
class DsolStatisticsTest {
  private static final EventType WAITING = new EventType("WAITING", MetaData.NO_META_DATA);

  /** One server: a generator of customers, a line, and all of DSOL's statistics. */
  static final class Shop extends TracedModel {
    private static final long serialVersionUID = 1L;
    private final Queue<Long> line = new ArrayDeque<>();
    private SimTally<Long> stay;
    private SimPersistent<Long> waiting;
    private SimCounter<Long> served;
    private DistExponential between;
    private DistExponential service;

    Shop(DevsSimulator<Long> simulator) {
      super(simulator);
      var streams = new StreamInformation();
      streams.addStream("arrivals", new MersenneTwister(11));
      streams.addStream("service", new MersenneTwister(12));
      setStreamInformation(streams);
    }

    @Override
    public void constructModel() {
      line.clear();
      between = new DistExponential(getStream("arrivals"), 10);
      service = new DistExponential(getStream("service"), 8);
      stay = new SimTally<>("stay", "stay", this);
      waiting = new SimPersistent<>("waiting", "waiting", this, this, WAITING);
      served = new SimCounter<>("served", "served", this);
      listen();
      arrive();
    }

    private void arrive() {
      line.add(simulator.getSimulatorTime());
      if (line.size() == 1) {
        serve();
      }
      tellWaiting();
      simulator.scheduleEventRel(Math.round(between.draw()), this::arrive);
    }

    private void serve() {
      simulator.scheduleEventRel(Math.round(service.draw()), (short) 8, this::leave);
    }

    private void leave() {
      long arrived = line.remove();
      stay.register(simulator.getSimulatorTime() - arrived);
      served.register(1);
      if (!line.isEmpty()) {
        serve();
      }
      tellWaiting();
      say("stay " + stay.getSampleMean() + " waiting " + waiting.getWeightedSampleMean());
    }

    private void tellWaiting() {
      fireTimedEvent(WAITING, line.size(), simulator.getSimulatorTime());
    }

    String summary() {
      return String.format(
          Locale.ROOT,
          "%s %s %s %s; %s %s %s; %s",
          stay.getN(),
          stay.getSampleMean(),
          stay.getSampleStDev(),
          stay.getMax(),
          waiting.getN(),
          waiting.getWeightedSampleMean(),
          waiting.getWeightedSampleStDev(),
          served.getCount());
    }
  }

  @Test
  void queueWithStatisticsAndWarmUp() {
    DsolRuns.assertSameTrace(Shop::new, simulator -> {
      DsolRuns.go(simulator, simulator::start);
      Shop shop = (Shop) simulator.getModel();
      assertTrue(shop.served.getCount() > 50, "served " + shop.served.getCount());
      shop.say(shop.summary());
    });
  }

  @Test
  void experimentOfManyReplications() throws InterruptedException {
    String theirs = experiment(DsolRuns.stock());
    assertTrue(theirs.contains("PopulationMean"), theirs);
    assertEquals(theirs, experiment(Simulation.create("ours")));
  }

  private static String experiment(DevsSimulator<Long> simulator) throws InterruptedException {
    Shop shop = new Shop(simulator);
    var experiment =
        new Experiment<Long, DevsSimulator<Long>>("shops", simulator, shop, 0L, 100L, 1000L, 5);
    var ended = new CountDownLatch(1);
    EventListener listener = event -> ended.countDown();
    experiment.addListener(listener, Experiment.END_EXPERIMENT_EVENT, ReferenceType.STRONG);
    experiment.start();
    assertTrue(ended.await(30, TimeUnit.SECONDS), "the experiment does not end");
    experiment.removeFromContext();
    simulator.cleanUp();
    StringBuilder text = new StringBuilder();
    experiment
        .getSummaryStatistics()
        .forEach((name, fields) -> fields.forEach((field, tally) -> text.append(name)
            .append(' ')
            .append(field)
            .append(' ')
            .append(tally.getN())
            .append(' ')
            .append(tally.getSampleMean())
            .append(' ')
            .append(tally.getSampleStDev())
            .append('\n')));
    return text.toString();
  }
}
