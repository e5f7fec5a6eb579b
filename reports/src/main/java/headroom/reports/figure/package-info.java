/** What to show, as records: lines, bands, bars, lanes and tables, and how numbers read. */
package headroom.reports.figure;
