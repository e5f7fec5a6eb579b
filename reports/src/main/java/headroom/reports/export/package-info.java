/** The results folder of a run: summary, tables, bill, provenance and page, whole or not at all. */
package headroom.reports.export;
