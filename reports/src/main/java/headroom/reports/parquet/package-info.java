/** Tables become Parquet files: the only place that knows the library. */
package headroom.reports.parquet;
