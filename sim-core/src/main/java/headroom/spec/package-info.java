/** The scenario: its parts together, cross-checked. */
package headroom.spec;
