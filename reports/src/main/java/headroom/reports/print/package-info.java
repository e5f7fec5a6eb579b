/** The page becomes a PDF file with fonts of this machine embedded, a chart a picture of dots. */
package headroom.reports.print;
