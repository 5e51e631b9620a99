# One server for all workers of a machine, those in Python included: a named pipe is its standard input, and each worker holds the
# writing end. When the last worker ends, in whatever way, the server reads the end of its input, and ends. The files are those
# that the Python client describes in _server.py.

java_options <- "-XX:+UseSerialGC -Xms32m"
# 3 to 7 would be ends of pipes of other servers. Opened for both first, so that opening for reading does not wait.
start_script <- paste(
  "umask 077; name=$1; shift; exec 3>&- 4>&- 5>&- 6>&- 7>&- 9<>\"$name.lease\" 8<\"$name.lease\" 9>&-;",
  "\"$@\" <&8 8<&- >\"$name.address\" 2>\"$name.log\" &")

runtime_folder <- function() {
  base <- Sys.getenv("XDG_RUNTIME_DIR")
  user <- file.info(tempdir())$uid
  if (nzchar(base) && dir.exists(base)) {
    folder <- file.path(base, "borderline")
  } else {
    base <- Sys.getenv("TMPDIR")
    folder <- file.path(if (nzchar(base)) base else "/tmp", sprintf("borderline-%d", user))
  }
  dir.create(folder, showWarnings = FALSE, mode = "0700")
  state <- file.info(folder, extra_cols = TRUE)
  if (!isTRUE(state$isdir) || state$uid != user || bitwAnd(as.integer(state$mode), 63L) != 0L || nzchar(Sys.readlink(folder))) {
    refuse("no_program", sprintf("%s is not a folder of this user alone: remove it", folder))
  }
  folder
}

# The writing end of a server's pipe; none where nobody reads it, which is where there is no server.
hold <- function(name) {
  if (!file.exists(paste0(name, ".lease"))) return(NULL)
  suppressWarnings(tryCatch(fifo(paste0(name, ".lease"), "w", blocking = FALSE), error = function(problem) NULL))
}

first_line <- function(file) {
  if (!file.exists(file)) return("")
  text <- readChar(file, file.size(file), useBytes = TRUE)
  if (length(text) == 1 && grepl("\n", text, fixed = TRUE)) sub("\n.*", "", text) else ""
}

lease <- function(name, held, address) {
  list(name = name, held = held, port = as.integer(sub(".*:([0-9]+)/.*", "\\1", address)), token = sub(".*token=", "", address))
}

join <- function(key) {
  name <- first_line(key)
  if (!nzchar(name)) return(NULL)
  name <- file.path(dirname(key), basename(name))
  held <- hold(name)
  if (is.null(held)) return(NULL)
  lease(name, held, first_line(paste0(name, ".address")))
}

acquire <- function(patience = 600) {
  words <- program_words()
  key <- file.path(runtime_folder(), program_key(words))
  lock <- paste0(key, ".lock")
  until <- Sys.time() + patience
  repeat {
    joined <- join(key)
    if (!is.null(joined)) return(joined)
    if (dir.create(lock, showWarnings = FALSE, mode = "0700")) {
      writeLines(as.character(Sys.getpid()), file.path(lock, "pid"))
      return(tryCatch(
        {
          joined <- join(key)
          if (is.null(joined)) start(key, words) else joined
        },
        finally = unlink(lock, recursive = TRUE)))
    }
    break_stale(lock)
    if (Sys.time() > until) refuse("no_program", sprintf("another process has been starting the server for long: see %s", lock))
    Sys.sleep(0.02)
  }
}

# Removes the lock of a process that is gone. At worst two servers are started, and each ends with its workers.
break_stale <- function(lock) {
  pid <- suppressWarnings(as.integer(first_line(file.path(lock, "pid"))))
  gone <- if (is.na(pid)) isTRUE(difftime(Sys.time(), file.info(lock)$mtime, units = "secs") > 60) else !tools::pskill(pid, 0)
  if (gone) unlink(lock, recursive = TRUE)
}

start <- function(key, words) {
  sweep_up(dirname(key))
  for (attempt in 1:3) { # where this process is slower to take hold than the server to begin, that one ends
    name <- basename(tempfile(paste0(basename(key), "-", Sys.getpid(), "-"), dirname(key)))
    name <- file.path(dirname(key), name)
    if (system2("mkfifo", c("-m", "600", shQuote(paste0(name, ".lease")))) != 0) refuse("no_program", "mkfifo does not work here")
    options <- Sys.getenv("BORDERLINE_JAVA_OPTIONS", unset = NA)
    if (is.na(options)) {
      Sys.setenv(BORDERLINE_JAVA_OPTIONS = java_options)
      on.exit(Sys.unsetenv("BORDERLINE_JAVA_OPTIONS"))
    }
    arguments <- c("-c", start_script, "sh", name, words, "serve", "--lease", "--idle", "0")
    system2("sh", shQuote(arguments), stdout = FALSE, stderr = FALSE)
    started <- wait_for_address(key, name)
    if (!is.null(started)) return(started)
  }
  refuse("no_program", paste("the server did not start:", said(name)))
}

# Its first use may build it, which takes minutes.
wait_for_address <- function(key, name) {
  held <- hold(name)
  if (is.null(held)) return(NULL)
  repeat {
    address <- first_line(paste0(name, ".address"))
    if (nzchar(address)) break
    other <- hold(name)
    if (is.null(other)) {
      close(held)
      return(NULL)
    }
    close(other)
    Sys.sleep(0.02)
  }
  fresh <- paste0(name, ".key")
  writeLines(basename(name), fresh)
  Sys.chmod(fresh, "0600")
  file.rename(fresh, key)
  lease(name, held, address)
}

said <- function(name) {
  log <- paste0(name, ".log")
  lines <- if (file.exists(log)) readLines(log, warn = FALSE) else character()
  if (length(lines) > 0) paste(utils::tail(lines, 20), collapse = "\n") else "it said nothing"
}

# Removes what servers that are gone left.
sweep_up <- function(folder) {
  for (file in list.files(folder, pattern = "\\.lease$", full.names = TRUE)) {
    name <- sub("\\.lease$", "", file)
    held <- hold(name)
    if (!is.null(held)) {
      close(held)
    } else if (isTRUE(difftime(Sys.time(), file.info(file)$mtime, units = "secs") > 60)) {
      unlink(paste0(name, c(".lease", ".address", ".log")))
    }
  }
}
