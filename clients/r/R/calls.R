# The commands of the program as functions.

told <- function(...) Filter(Negate(is.null), list(...))

# A shipped name as it is; of a file its text.
scenario_of <- function(given) {
  if (grepl("\n", given, fixed = TRUE) || startsWith(given, "schema:")) return(list(yaml = given))
  if (grepl("\\.ya?ml$", given)) list(yaml = file_text(given)) else list(scenario = given)
}

file_text <- function(file, missing = "there is no file '%s'") {
  if (!file.exists(file)) refuse("bad_input", sprintf(missing, file))
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

bl_sweep <- function(file, out = NULL, threads = NULL, progress = NULL) {
  text <- if (grepl("\n", file, fixed = TRUE)) file else file_text(file, "%s: there is no such file")
  folder <- if (is.null(out)) NULL else normalizePath(out, mustWork = FALSE)
  if (!is.null(folder) && !startsWith(folder, "/")) folder <- file.path(getwd(), folder)
  file <- if (identical(text, file)) NULL else file
  result(named("sweep", list(file), work("/api/sweep", told(yaml = text, folder = folder, threads = threads), progress)), "sweep")
}

bl_ensemble <- function(scenario, ensemble = "prior", members = NULL) {
  answer <- work("/api/ensemble", c(scenario_of(scenario), told(ensemble = members_of(ensemble), members = members)))
  if (!is.null(answer$columns)) columns_frame(unlist(answer$columns), answer$rows) else rows_frame(answer)
}

bl_explain <- function(base, arm, household = NULL, fate = NULL, fifth = NULL, seed = NULL) {
  arms <- arms_of(list(base, arm))
  body <- told(arms = arms, household = household, fate = fate, fifth = fifth, seed = seed)
  structure(named_arms(arms, work("/api/explain", body)), class = "borderline_explanation")
}

# The simulator as a function of a plain vector, or of a matrix with a row for each point.
bl_model <- function(inputs, outcomes, scenario = "tightening-2015", seed = 42, replications = 2, people = 0.1) {
  force(seed)
  function(x) {
    points <- if (is.null(dim(x))) list(as.list(unname(as.double(x)))) else
      lapply(seq_len(nrow(x)), function(i) as.list(unname(as.double(unlist(x[i, ])))))
    values <- list()
    for (chunk in split(points, ceiling(seq_along(points) / 500))) {
      body <- list(scenario = scenario, inputs = as.list(inputs), outcomes = as.list(outcomes), points = unname(chunk), seed = seed,
                   replications = replications, people = people)
      values <- c(values, ask("POST", "/api/evaluate?wait=true", body)$values)
    }
    rows <- t(matrix(vapply(unlist(values, recursive = FALSE), number, 0), nrow = length(outcomes)))
    if (length(outcomes) == 1) return(rows[, 1])
    colnames(rows) <- outcomes
    if (is.null(dim(x))) rows[1, ] else rows
  }
}
