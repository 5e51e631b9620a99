# One server for all, also for those in Python, and none left behind.
library(borderline)

folder <- tempfile("borderline-test-")
dir.create(folder, mode = "0700")
Sys.setenv(XDG_RUNTIME_DIR = folder)
running <- function() {
  leases <- list.files(file.path(folder, "borderline"), pattern = "\\.lease$", full.names = TRUE)
  Filter(function(file) {
    held <- suppressWarnings(tryCatch(fifo(file, "w", blocking = FALSE), error = function(problem) NULL))
    if (!is.null(held)) close(held)
    !is.null(held)
  }, leases)
}
eventually <- function(condition) {
  until <- Sys.time() + 120
  while (!condition()) {
    if (Sys.time() > until) stop("did not come about: ", deparse(body(condition)))
    Sys.sleep(0.05)
  }
}

first <- bl_scenarios()
stopifnot(length(running()) == 1, file.info(running())$mode == as.octmode("600"))

# Another process, in R or in Python, has the same server; killed, it leaves it to this one.
others <- list(
  c("Rscript", "-e", "borderline::bl_scenarios(); file.create(commandArgs(TRUE)); Sys.sleep(600)"),
  c("python3", "-c", "import borderline as bl, sys, time; bl.scenarios(); open(sys.argv[1], 'w').close(); time.sleep(600)"))
for (other in others) {
  here <- tempfile()
  pid <- as.integer(system(paste(paste(shQuote(c(other, here)), collapse = " "), ">/dev/null 2>&1 & echo $!"), intern = TRUE))
  eventually(function() file.exists(here))
  stopifnot(length(running()) == 1)
  tools::pskill(pid, 9)
  stopifnot(length(running()) == 1)
}
stopifnot(identical(first, bl_scenarios()))
bl_stop()
eventually(function() length(running()) == 0)

# One that is killed while it alone holds the server.
here <- tempfile()
other <- c(others[[1]], here)
pid <- as.integer(system(paste(paste(shQuote(other), collapse = " "), ">/dev/null 2>&1 & echo $!"), intern = TRUE))
eventually(function() file.exists(here))
stopifnot(length(running()) == 1)
tools::pskill(pid, 9)
eventually(function() length(running()) == 0)

# What does not serve is told of.
program <- Sys.getenv("BORDERLINE")
Sys.setenv(BORDERLINE = "/nowhere/borderline")
stopifnot(grepl("there is no such file", tryCatch(bl_scenarios(), borderline_no_program = conditionMessage)))
Sys.setenv(BORDERLINE = program)
cat("server: one, and none left behind\n")
