/** What a run has to say, in order: the answer, its reasons, figures and tables, as one HTML page. */
package headroom.reports.page;
