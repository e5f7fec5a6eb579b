/** The program: {@code Main} and its commands. */
package headroom.reports.cli;
