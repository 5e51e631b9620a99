# Answers of the program, and as data frames.

number <- function(x) if (is.null(x)) NA_real_ else as.double(x)

result <- function(answer, kind) structure(answer, class = c(paste0("borderline_", kind), "borderline_result"))

# Columns of numbers where every value is one or missing.
column <- function(values) {
  missing <- vapply(values, is.null, NA)
  if (all(missing)) return(rep(NA, length(values)))
  first <- values[[which(!missing)[1]]]
  if (all(vapply(values[!missing], is.numeric, NA))) return(vapply(values, number, 0))
  if (is.logical(first)) return(vapply(values, function(v) if (is.null(v)) NA else isTRUE(v), NA))
  vapply(values, function(v) if (is.null(v)) NA_character_ else paste(unlist(v), collapse = " "), "")
}

rows_frame <- function(rows, leading = character()) {
  names <- unique(unlist(lapply(rows, names)))
  names <- c(intersect(leading, names), setdiff(names, leading))
  columns <- lapply(names, function(name) column(lapply(rows, function(row) row[[name]])))
  names(columns) <- names
  as.data.frame(columns, stringsAsFactors = FALSE, check.names = FALSE, optional = TRUE)
}

columns_frame <- function(names, rows) {
  columns <- lapply(seq_along(names), function(i) column(lapply(rows, function(row) row[[i]])))
  names(columns) <- names
  as.data.frame(columns, stringsAsFactors = FALSE, check.names = FALSE, optional = TRUE)
}

# Numbers, with those of an object within under names joined by a line.
flat <- function(measure) {
  nested <- vapply(measure, is.list, NA)
  inner <- lapply(names(measure)[nested], function(key) stats::setNames(measure[[key]], paste0(key, "_", names(measure[[key]]))))
  c(measure[!nested], unlist(inner, recursive = FALSE))
}

measure_rows <- function(measures, place = list()) {
  lapply(names(measures), function(name) c(place, list(measure = name), flat(measures[[name]])))
}

summary_rows <- function(answer) {
  if (inherits(answer, "borderline_comparison")) {
    return(do.call(c, lapply(answer$arms, function(arm) measure_rows(arm$measures, list(base = answer$base, arm = arm$arm)))))
  }
  if (inherits(answer, "borderline_sweep")) {
    return(do.call(c, lapply(answer$cells, function(cell) {
      place <- c(cell[intersect(c("point", "arm", "change_from"), names(cell))], cell$settings)
      if (!is.null(cell$measures)) return(measure_rows(cell$measures, place))
      list(c(place, flat(cell[setdiff(names(cell), c("point", "arm", "change_from", "settings"))])))
    })))
  }
  measure_rows(answer$measures)
}

# The answer as a data frame: of "summary", a row for each measure; of "runs", a row for each run, year and measure.
bl_frame <- function(result, of = c("summary", "runs")) {
  if (match.arg(of) == "summary") {
    return(rows_frame(summary_rows(result), c("base", "arm", "point", "change_from", "measure", "unit")))
  }
  frame <- columns_frame(unlist(result$frame$columns), result$frame$rows)
  frame$unit <- unname(unlist(result$frame$measures)[frame$measure])
  frame
}

# The fingerprint of all runs: that of the command line, or made of those of the runs.
bl_fingerprint <- function(result) {
  if (!is.null(result$fingerprint) || length(result$runs) == 0) return(result$fingerprint)
  file <- tempfile()
  on.exit(unlink(file))
  writeLines(vapply(result$runs, function(run) run$fingerprint, ""), file)
  substr(unname(tools::md5sum(file)), 1, 16)
}

as.data.frame.borderline_result <- function(x, row.names = NULL, optional = FALSE, of = "summary", ...) bl_frame(x, of)

bl_units <- function(result) {
  frame <- bl_frame(result)
  units <- frame$unit[!duplicated(frame$measure)]
  stats::setNames(units, unique(frame$measure))
}

print.borderline_result <- function(x, ...) {
  cat(sub("borderline_", "", class(x)[1]), bl_fingerprint(x), "\n")
  print(utils::head(bl_frame(x), 30), ...)
  invisible(x)
}

print.borderline_explanation <- function(x, ...) {
  utils::str(unclass(x), max.level = 2)
  invisible(x)
}
