# The same answers, fingerprints and refusals as the command line. The program is that of BORDERLINE, else of the path.
library(borderline)

small <- list(members = 4, people = "2%", replications = 1)
words <- c("--members", "4", "--people", "2%", "--replications", "1")
told <- function(...) jsonlite::fromJSON(paste(bl_program(..., "--json"), collapse = "\n"), simplifyVector = FALSE)
same <- function(printed, answer) stopifnot(identical(printed, unclass(answer)[names(printed)]))
refused <- function(call) tryCatch({ call; stop("nothing was refused") }, borderline_bad_input = conditionMessage)
folder <- tempfile("borderline-test-")
dir.create(folder)
doubled <- file.path(folder, "doubled.yaml")
writeLines(c(
  "schema: 1", "extends: tightening-2015", "name: doubled", "title: Coverage doubles in 2012",
  "story: Detection coverage doubles on the first of January 2012; all else stays.", "grade: C", "policies:",
  "  - {lever: surveillance.coverage, at: 2012-01-01, scale: 2, source: a what-if}"), doubled)

# A run, and its table.
progress <- list()
r <- bl_run("tightening-2015", members = 4, people = "2%", replications = 1,
            progress = function(done, total) progress[[length(progress) + 1]] <<- c(done, total))
printed <- told("run", "tightening-2015", words)
same(printed, r)
stopifnot(identical(bl_fingerprint(r), printed$fingerprint), identical(as.integer(progress[[length(progress)]]), c(4L, 4L)))
frame <- bl_frame(r)
stopifnot(frame$unit[frame$measure == "arrests"] == "people", bl_units(r)[["arrests"]] == "people",
          frame$median[frame$measure == "arrests"] == printed$measures$arrests$median, nrow(frame) == length(printed$measures),
          is.na(frame$share_positive[1]), identical(as.data.frame(r), frame))

# With a setting, and all digits of it.
changed <- bl_run("tightening-2015", set = list(levers.surveillance.coverage = 0.1 + 0.2), members = 4, people = "2%", replications = 1)
stopifnot(bl_fingerprint(changed) != bl_fingerprint(r))
same(told("run", "tightening-2015", "--set", "levers.surveillance.coverage=0.30000000000000004", words), changed)

# Every run and year.
long <- bl_frame(bl_run("tightening-2015", outcomes = c("arrests", "needs"), yearly = TRUE, members = 4, people = "2%", replications = 1), "runs")
stopifnot(nrow(long) == 4 * 2 * 8, long$unit[long$measure == "needs"] == "needs")
whole <- sum(long$value[long$measure == "needs" & is.na(long$year)])
stopifnot(abs(whole - sum(long$value[long$measure == "needs" & !is.na(long$year)])) < 1e-6 * whole)

# A comparison, with a file and with an arm.
c2 <- bl_compare("tightening-2015", doubled, options = c(small, list(outcomes = c("arrests", "contact_share"))))
same(told("compare", "tightening-2015", doubled, "--outcomes", "arrests,contact_share", words), c2)
more <- bl_arm("tightening-2015", name = "more", set = list(levers.surveillance.coverage = 0.1 + 0.2))
c3 <- bl_compare("tightening-2015", more, options = c(small, list(outcomes = "arrests")))
prints <- function(result, arm) vapply(Filter(function(run) run$arm == arm, result$runs), function(run) run$fingerprint, "")
stopifnot(identical(prints(c3, "more"), vapply(changed$runs, function(run) run$fingerprint, "")), bl_frame(c3)$arm == "more",
          nchar(bl_fingerprint(c3)) == 16)

# A function of a vector and of a matrix.
model <- bl_model(c("levers.surveillance.coverage", "calling.value_mean_usd"), c("contact_share", "arrests"), people = 0.02)
points <- rbind(c(0.06, 40), c(0.03, 50))
stopifnot(identical(unname(model(points)[1, ]), unname(model(points[1, ]))), identical(names(model(points[1, ])), c("contact_share", "arrests")),
          identical(bl_model("calling.value_mean_usd", "arrests", people = 0.02)(matrix(c(40, 50))),
                    c(bl_model("calling.value_mean_usd", "arrests", people = 0.02)(40), bl_model("calling.value_mean_usd", "arrests", people = 0.02)(50))))

# The rest.
stopifnot("tightening-2015" %in% bl_scenarios()$name, "arrests" %in% bl_measures()$name, bl_scenario(doubled)$name == "doubled")
members <- bl_ensemble("tightening-2015", members = 2)
stopifnot(identical(as.integer(members$member), 0:1), ncol(members) > 50)
village <- c("schema: 1", "extends: tightening-2015", "name: village", "title: A village", "start: 2009-01-01", "end: 2010-01-01",
             "population: {resettled_refugees: 300}")
writeLines(village, file.path(folder, "village.yaml"))
writeLines(c(sub("village", "listening", village), "levers: {surveillance: {coverage: 0.12}}"), file.path(folder, "listening.yaml"))
pair <- file.path(folder, c("village.yaml", "listening.yaml"))
same(told("explain", pair, "--household", "12", "--seed", "7"), bl_explain(pair[1], pair[2], 12, seed = 7))
sweep <- file.path(folder, "coverage.yaml")
writeLines(c(
  "schema: 1", "name: coverage", "title: How much detection costs", "scenario: tightening-2015", "design: grid",
  "question: What does detection coverage do to arrests?", "vary:", "  levers.surveillance.coverage: [0.015, 0.06]", "members: 2",
  "replications: 1", "seed: 42", "outcomes: [contact_share, arrests]"), sweep)
s <- bl_sweep(sweep, out = file.path(folder, "mine"))
invisible(bl_program("sweep", sweep, "--out", file.path(folder, "theirs")))
for (table in c("summary.csv", "runs.csv", "ensemble.csv")) {
  stopifnot(identical(readLines(file.path(folder, "mine", table)), readLines(file.path(folder, "theirs", table))))
}
stopifnot(setequal(bl_frame(s)$point, c(0, 1)))

# Refusals in the words of the command line.
by_command <- function(...) tryCatch(bl_program(...), borderline_bad_input = conditionMessage)
told_both <- function(mine, theirs) stopifnot(nzchar(mine), grepl(mine, theirs, fixed = TRUE))
told_both(refused(bl_run("tightening")), by_command("run", "tightening"))
told_both(refused(bl_run("leniency", set = list(levers.surveillance.cover = 1))),
          by_command("run", "leniency", "--set", "levers.surveillance.cover=1"))
misspelt <- file.path(folder, "misspelt.yaml")
writeLines(sub("title:", "titel:", readLines(doubled)), misspelt)
told_both(refused(bl_run(misspelt)), by_command("run", misspelt))
told_both(refused(bl_compare("leniency", misspelt)), by_command("compare", "leniency", misspelt))
missing <- file.path(folder, "missing.yaml")
told_both(refused(bl_run(missing)), by_command("run", missing))
cat("answers: as the command line\n")
