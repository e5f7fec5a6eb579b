/** A figure becomes an image: the only door to JFreeChart, its SVG writer and AWT. */
package headroom.reports.chart;
