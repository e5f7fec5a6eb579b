/** Which target a request goes to, and which targets count as healthy. */
package headroom.policy.routing;
