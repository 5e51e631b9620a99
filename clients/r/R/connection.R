# Questions to the server and its answers.

present <- new.env()

the_lease <- function() {
  if (is.null(present$lease) || !identical(present$pid, Sys.getpid())) {
    present$lease <- acquire()
    present$pid <- Sys.getpid()
  }
  present$lease
}

bl_stop <- function() {
  if (!is.null(present$lease)) {
    try(close(present$lease$held), silent = TRUE)
    present$lease <- NULL
  }
  invisible()
}

# JSON with every digit of a number. A named list is an object, an unnamed one an array, a vector of length one a value.
to_json <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x)) {
    parts <- vapply(x, to_json, "")
    if (is.null(names(x))) return(paste0("[", paste(parts, collapse = ","), "]"))
    return(paste0("{", paste0(vapply(names(x), quoted, ""), ":", parts, collapse = ","), "}"))
  }
  if (length(x) != 1) return(to_json(unname(as.list(x))))
  if (is.logical(x)) return(if (is.na(x)) "null" else if (x) "true" else "false")
  if (is.numeric(x)) return(digits(x))
  quoted(as.character(x))
}

quoted <- function(text) as.character(jsonlite::toJSON(enc2utf8(text), auto_unbox = TRUE))

# The fewest digits that give the same number again.
digits <- function(x) {
  for (n in 15:17) {
    text <- sprintf("%.*g", n, as.double(x))
    if (identical(as.double(text), as.double(x))) break
  }
  text
}

open_request <- function(lease, method, path, body) {
  connection <- socketConnection("127.0.0.1", lease$port, blocking = TRUE, open = "r+b", timeout = 30 * 86400)
  content <- if (is.null(body)) raw() else charToRaw(enc2utf8(body))
  head <- c(
    sprintf("%s %s HTTP/1.0", method, path), sprintf("Host: 127.0.0.1:%d", lease$port), paste("Authorization: Bearer", lease$token),
    "Content-Type: application/json", sprintf("Content-Length: %d", length(content)), "Connection: close", "", "")
  writeBin(c(charToRaw(paste(head, collapse = "\r\n")), content), connection)
  flush(connection)
  connection
}

# The status; the lines after the head stay to be read.
read_head <- function(connection) {
  line <- readLines(connection, 1, warn = FALSE)
  if (length(line) == 0) stop("the server is gone")
  repeat {
    more <- readLines(connection, 1, warn = FALSE)
    if (length(more) == 0 || !nzchar(sub("\r$", "", more))) break
  }
  as.integer(sub("^HTTP/[0-9.]+ ([0-9]+).*", "\\1", line))
}

parsed <- function(text) if (nzchar(text)) jsonlite::fromJSON(text, simplifyVector = FALSE) else NULL

judged <- function(status, answer) {
  if (status < 400) return(answer)
  message <- if (is.null(answer$error)) as.character(status) else answer$error
  refuse(if (status < 500) "bad_input" else "failed", message)
}

ask_once <- function(lease, method, path, body) {
  connection <- open_request(lease, method, path, body)
  on.exit(close(connection))
  status <- read_head(connection)
  text <- paste(enc_utf8(readLines(connection, warn = FALSE)), collapse = "\n")
  list(status = status, answer = parsed(text))
}

# The server's answer. A server that is gone is replaced: an answer depends on nothing but the question.
ask <- function(method, path, body = NULL) {
  text <- if (is.null(body)) NULL else to_json(body)
  broken <- 0
  until <- Sys.time() + 60
  repeat {
    lease <- the_lease()
    got <- suppressWarnings(tryCatch(ask_once(lease, method, path, text), error = function(problem) problem))
    if (!inherits(got, "error") && got$status != 401) return(judged(got$status, got$answer))
    # One that is ending looks alive until its process is gone.
    refused <- !inherits(got, "error") || grepl("cannot open the connection", conditionMessage(got))
    if (!refused) broken <- broken + 1
    if (broken > 3 || Sys.time() > until) refuse("failed", paste("the server breaks off at this question:", said(lease$name)))
    bl_stop()
    Sys.sleep(0.05)
  }
}

# The answer to a question that takes time; progress(done, total) is called as it goes. An interrupt cancels it.
work <- function(path, body, progress = NULL) {
  if (isTRUE(progress)) progress <- function(done, total) cat(sprintf("\r%d of %d runs", done, total), file = stderr())
  begun <- ask("POST", path, body)
  if (is.null(begun$job) || is.null(begun$events)) return(begun)
  done <- FALSE
  on.exit(if (!done) try(ask("DELETE", paste0("/api/jobs/", begun$job)), silent = TRUE))
  answer <- follow(the_lease(), begun$events, progress)
  done <- TRUE
  answer
}

follow <- function(lease, path, progress) {
  connection <- open_request(lease, "GET", path, NULL)
  on.exit(close(connection))
  status <- read_head(connection)
  if (status >= 400) judged(status, parsed(paste(enc_utf8(readLines(connection, warn = FALSE)), collapse = "\n")))
  repeat {
    event <- next_event(connection)
    if (is.null(event)) refuse("failed", paste("the server ended before its answer:", said(lease$name)))
    if (event$name == "progress" && is.function(progress)) progress(event$data$done, event$data$total)
    if (event$name == "answer") return(event$data)
    if (event$name %in% c("failed", "cancelled")) refuse("failed", if (is.null(event$data$error)) "cancelled" else event$data$error)
  }
}

next_event <- function(connection) {
  name <- "message"
  data <- character()
  repeat {
    line <- readLines(connection, 1, warn = FALSE)
    if (length(line) == 0) return(NULL)
    line <- enc_utf8(sub("\r$", "", line))
    if (startsWith(line, "event:")) name <- trimws(substring(line, 7))
    if (startsWith(line, "data:")) data <- c(data, sub("^ ", "", substring(line, 6)))
    if (!nzchar(line) && length(data) > 0) return(list(name = name, data = parsed(paste(data, collapse = "\n"))))
  }
}
