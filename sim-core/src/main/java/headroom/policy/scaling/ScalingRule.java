package headroom.policy.scaling;

/** Anything that may change a group's size by itself: a policy or a scheduled action. */
public interface ScalingRule {}
