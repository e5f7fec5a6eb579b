package headroom.supply;

/** What a burstable instance does when it has no CPU credits left (fleet sheet §1.8). */
public enum CreditMode {
  /** It is throttled to its baseline [E17]. */
  STANDARD,
  /** It goes on with surplus credits, which later earnings pay back or money does [E16]. */
  UNLIMITED
}
