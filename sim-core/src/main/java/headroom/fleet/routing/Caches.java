package headroom.fleet.routing;

import headroom.math.Elementary;
import headroom.policy.routing.Resolvers;
import headroom.random.Chance;
import headroom.random.Sampler;
import headroom.random.Stream;
import headroom.spec.DnsName;
import java.util.Arrays;
import java.util.function.DoubleFunction;

/** What every resolver keeps of one name, and until when. */
final class Caches {

  private static final double NANOS = 1e9;
  private static final double FAR = 0x1p61;

  private final Resolvers rule;
  private final double ttlNanos;
  private final Sampler lookup;
  private final Stream ignores;
  private final Stream lives;
  private final Stream choices;
  private final Stream lookups;
  private final Answer[] answers;
  private final long[] expires;

  Caches(DnsName name, Chance chance) {
    this.rule = name.resolvers();
    this.ttlNanos = name.ttl().toNanos();
    this.lookup = rule.lookup().sampler();
    this.ignores = chance.of(name.name(), "ignores-ttl");
    this.lives = chance.of(name.name(), "cache-life");
    this.choices = chance.of(name.name(), "answer");
    this.lookups = chance.of(name.name(), "lookup");
    this.answers = new Answer[rule.count()];
    this.expires = new long[rule.count()];
    Arrays.fill(answers, Answer.EMPTY);
  }

  /** As they are after a long time: each has an answer of some age. */
  void fill(DoubleFunction<Answer> name) {
    for (int r = 0; r < answers.length; r++) {
      answers[r] = name.apply(choices.at(r));
      double u = lives.at(r);
      expires[r] = (long) (ignores(r) ? kept(u) : u * ttlNanos);
    }
  }

  /** The resolver of a client. */
  int of(long sender) {
    return (int) Long.remainderUnsigned(sender, answers.length);
  }

  boolean isFresh(int resolver, long now) {
    return now < expires[resolver];
  }

  Answer answer(int resolver) {
    return answers[resolver];
  }

  long lookupNanos(int resolver, long now) {
    return (long) Math.min(FAR, lookup.sample(lookups.at(resolver, now)) * NANOS);
  }

  /** Keeps a new answer from a moment on. */
  void keep(int resolver, DoubleFunction<Answer> name, long from, long now) {
    answers[resolver] = name.apply(choices.at(resolver, now));
    double life = ignores(resolver) ? kept(lives.at(resolver, now)) : ttlNanos;
    expires[resolver] = (long) Math.min(FAR, from + life);
  }

  private boolean ignores(int resolver) {
    return ignores.at(resolver) < rule.ignoring();
  }

  private double kept(double u) {
    return -Elementary.log(u) * rule.ignoringFor().toNanos();
  }
}
