/** YAML, JSON, CSV and quantities as values that know where in which file they were written. */
package headroom.scenarios.text;
