# The program on this machine, and a name for the build of it.

refuse <- function(kind, message) {
  classes <- c(paste0("borderline_", kind), "borderline_error", "error", "condition")
  stop(structure(class = classes, list(message = message, call = NULL)))
}

# The words that start the program: BORDERLINE, else `borderline` on the path. A jar is started by java.
program_words <- function() {
  named <- Sys.getenv("BORDERLINE")
  if (nzchar(named)) {
    path <- file.path(normalizePath(dirname(path.expand(named)), mustWork = FALSE), basename(named))
    if (!file.exists(path) || dir.exists(path)) refuse("no_program", sprintf("BORDERLINE is %s, but there is no such file", named))
    if (grepl("\\.jar$", path)) {
      options <- strsplit(Sys.getenv("BORDERLINE_JAVA_OPTIONS"), " +")[[1]]
      return(c(java(), options[nzchar(options)], "-jar", path))
    }
    if (file.access(path, 1) != 0) refuse("no_program", sprintf("BORDERLINE is %s, which may not be executed", named))
    return(path)
  }
  found <- Sys.which("borderline")
  if (!nzchar(found)) refuse("no_program", "no program borderline on the path: install it, or set BORDERLINE to where it is")
  file.path(normalizePath(dirname(found)), basename(found))
}

java <- function() {
  home <- Sys.getenv("JAVA_HOME")
  found <- if (nzchar(home)) file.path(home, "bin", "java") else Sys.which("java")
  if (!nzchar(found)) refuse("no_program", "needs Java 17 or later: install it, or set JAVA_HOME")
  unname(found)
}

# A name for a build of the program and what it is started with; the Python client's is the same.
program_key <- function(words) {
  real <- normalizePath(words[length(words)])
  folder <- dirname(real)
  files <- c(real, file.path(folder, "target", "launcher", "current"), file.path(dirname(folder), "borderline.jar"))
  times <- floor(as.numeric(file.info(files)$mtime))
  times <- ifelse(is.na(times), "-", sprintf("%.0f", times))
  lines <- enc2utf8(c(real, times, Sys.getenv("JAVA_HOME"), Sys.getenv("BORDERLINE_JAVA_OPTIONS")))
  file <- tempfile()
  on.exit(unlink(file))
  writeLines(lines, file, useBytes = TRUE)
  substr(unname(tools::md5sum(file)), 1, 16)
}

# Runs a command of the program and returns what it prints.
bl_program <- function(...) {
  words <- c(program_words(), as.character(c(...)))
  said <- tempfile()
  on.exit(unlink(said))
  printed <- suppressWarnings(system2(words[1], shQuote(words[-1]), stdout = TRUE, stderr = said))
  code <- attr(printed, "status")
  if (is.null(code)) return(enc_utf8(printed))
  message <- paste(c(enc_utf8(readLines(said, warn = FALSE)), if (file.size(said) == 0) printed), collapse = "\n")
  refuse(if (code %in% c(2, 3)) "bad_input" else "failed", message)
}

enc_utf8 <- function(lines) {
  lines <- as.character(lines)
  Encoding(lines) <- "UTF-8"
  lines
}
