/** Load balancers and direct groups: which instance a request goes to, and who is healthy. */
package headroom.fleet.routing;
