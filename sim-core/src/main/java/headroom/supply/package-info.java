/** What the cloud offers: instance types, images and how long a launch takes. */
package headroom.supply;
