# The commands of the program as functions.

told <- function(...) Filter(Negate(is.null), list(...))

# A shipped name as it is; of a file its text.
scenario_of <- function(given) {
  if (grepl("\n", given, fixed = TRUE) || startsWith(given, "schema:")) return(list(yaml = given))
  if (grepl("\\.ya?ml$", given)) list(yaml = file_text(given)) else list(scenario = given)
}

file_text <- function(file) {
  if (!file.exists(file)) refuse("bad_input", sprintf("there is no file '%s'", file))
  paste0(paste(enc_utf8(readLines(file, warn = FALSE)), collapse = "\n"), "\n")
}

# Refusals name the file that was read here, not what the server calls its text.
named <- function(stems, files, answer) {
  tryCatch(answer, borderline_bad_input = function(refusal) {
    text <- conditionMessage(refusal)
    for (i in seq_along(stems)) {
      if (!is.null(files[[i]])) text <- gsub(paste0(stems[[i]], ".yaml"), files[[i]], text, fixed = TRUE)
    }
    refuse("bad_input", text)
  })
}

as_list <- function(x) if (is.null(x)) NULL else as.list(x)

# Arms; those with changes need a name.
arms_of <- function(given) {
  lapply(seq_along(given), function(i) {
    arm <- if (inherits(given[[i]], "borderline_arm")) given[[i]] else bl_arm(given[[i]])
    if (is.null(arm$name) && any(c("set", "moves", "without") %in% names(arm))) arm$name <- paste0("arm-", i)
    arm
  })
}

named_arms <- function(arms, answer) {
  stems <- lapply(seq_along(arms), function(i) if (is.null(arms[[i]]$name)) paste0("arm-", i) else arms[[i]]$name)
  named(stems, lapply(arms, attr, "file"), answer)
}

# A shipped name as it is, a file by its whole path: the server stands in another folder.
members_of <- function(ensemble) {
  if (is.null(ensemble) || ensemble %in% c("prior", "fitted", "none")) ensemble else normalizePath(ensemble, mustWork = FALSE)
}

bl_arm <- function(scenario, name = NULL, set = NULL, moves = NULL, without = NULL) {
  arm <- c(scenario_of(scenario), told(name = name, set = as_list(set), moves = moves, without = as_list(without)))
  structure(arm, class = "borderline_arm", file = if (identical(arm$yaml, scenario)) NULL else if (!is.null(arm$yaml)) scenario)
}

options_of <- function(replications = NULL, seed = NULL, members = NULL, ensemble = NULL, people = NULL, threads = NULL,
                       outcomes = NULL, yearly = NULL, by = NULL, point_estimate = FALSE) {
  if (point_estimate) {
    if (is.null(ensemble)) ensemble <- "none"
    if (is.null(people)) people <- "100%"
  }
  told(replications = replications, seed = seed, members = members, ensemble = members_of(ensemble), people = people, threads = threads,
       outcomes = as_list(outcomes), yearly = yearly, by = as_list(by))
}

bl_scenarios <- function() rows_frame(ask("GET", "/api/scenarios"))

bl_scenario <- function(name) {
  arm <- bl_arm(name)
  if (!is.null(arm$yaml)) return(named("scenario", list(attr(arm, "file")), ask("POST", "/api/scenarios/check", list(yaml = arm$yaml))))
  ask("GET", paste0("/api/scenarios/", utils::URLencode(name, reserved = TRUE)))
}

bl_measures <- function() rows_frame(ask("GET", "/api/measures"))

bl_run <- function(scenario, set = NULL, moves = NULL, without = NULL, progress = NULL, ...) {
  arm <- bl_arm(scenario, set = set, moves = moves, without = without)
  result(named("scenario", list(attr(arm, "file")), work("/api/run", c(unclass(arm), options_of(...)), progress)), "run")
}

bl_compare <- function(base, ..., options = list(), progress = NULL) {
  arms <- arms_of(unname(list(base, ...)))
  body <- c(list(arms = arms), do.call(options_of, options))
  result(named_arms(arms, work("/api/compare", body, progress)), "comparison")
}

# Runs a sweep file and keeps every run in a folder; one that was stopped goes on there.
bl_sweep <- function(file, out = NULL, ...) {
  result(parsed_json(bl_program("sweep", file, words_of(list(...)), if (!is.null(out)) c("--out", out), "--json", "--quiet")), "sweep")
}

bl_ensemble <- function(scenario, ensemble = "prior", members = 64) {
  folder <- tempfile()
  on.exit(unlink(folder, recursive = TRUE))
  options <- list(ensemble = ensemble, members = members, people = "0.1%", replications = 1, out = folder)
  bl_program("run", scenario, words_of(options), "--quiet")
  utils::read.csv(file.path(folder, "ensemble.csv"), check.names = FALSE)
}

bl_explain <- function(base, arm, household, seed = NULL, replication = NULL) {
  words <- words_of(told(household = household, seed = seed, replication = replication))
  structure(parsed_json(bl_program("explain", base, arm, words, "--json")), class = "borderline_explanation")
}

parsed_json <- function(lines) parsed(paste(lines, collapse = "\n"))

# Options as words of a command.
words_of <- function(options) {
  unlist(lapply(names(options), function(name) {
    value <- options[[name]]
    c(paste0("--", name), if (is.numeric(value)) digits(value) else as.character(value))
  }))
}

# The simulator as a function of a plain vector, or of a matrix with a row for each point.
bl_model <- function(inputs, outcomes, scenario = "tightening-2015", seed = 42, replications = 2, people = 0.1) {
  named <- scenario_of(scenario)
  at <- function(points) {
    wrong <- Find(function(x) length(x) != length(inputs), points)
    if (!is.null(wrong)) refuse("bad_input", sprintf("%d values for %d inputs", length(wrong), length(inputs)))
    answer <- ask("POST", "/api/evaluate?wait=true", c(named, list(
      inputs = as.list(inputs), points = lapply(points, function(x) as.list(as.double(x))), outcomes = as.list(outcomes),
      seed = seed, replications = replications, people = people)))
    rows <- lapply(answer$values, function(row) vapply(row, function(y) if (is.null(y)) NaN else as.double(y), 0))
    matrix(unlist(rows), nrow = length(points), byrow = TRUE, dimnames = list(NULL, outcomes))
  }
  function(x) {
    rows <- at(if (is.null(dim(x))) list(x) else lapply(seq_len(nrow(x)), function(i) unlist(x[i, ])))
    if (length(outcomes) == 1) return(unname(rows[, 1]))
    if (is.null(dim(x))) rows[1, ] else rows
  }
}
