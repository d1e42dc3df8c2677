package cn.tuodi.spark;

import java.util.Locale;

/** How a portfolio is written. */
enum PortfolioFormat {
  /** A claim in JSON a line. */
  NDJSON,
  /** Comma-separated values below a row of column names, in each file. */
  CSV,
  /** Columns named as the fields of a claim, or as the columns of a CSV file. */
  PARQUET;

  /** The format of a file by its name. */
  static PortfolioFormat of(String file) {
    String name = file.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2|zst|snappy)$", "");
    if (name.endsWith(".csv")) {
      return CSV;
    }
    return name.endsWith(".parquet") ? PARQUET : NDJSON;
  }
}
