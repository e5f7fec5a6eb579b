/**
 * Headroom simulates fleets of cloud instances. {@link headroom.Engine} is the front door; the map of
 * the packages, and who may import whom, is docs/architecture.md.
 */
package headroom;
