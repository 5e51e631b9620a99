"""Questions to the server and its answers."""

import atexit
import http.client
import json
import os
import threading
import time

from ._errors import BadInput, BorderlineError, Failed

_GONE = (ConnectionError, http.client.RemoteDisconnected, http.client.BadStatusLine, http.client.IncompleteRead)
_PATIENCE = 60  # seconds for a server to end and another to begin
_held = {"pid": None, "lease": None}
_guard = threading.Lock()
_local = threading.local()


def _renew_guard():
    global _guard
    _guard = threading.Lock()  # a fork may have copied it locked


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew_guard)


def _lease():
    """The hold of this process on a server."""
    with _guard:
        if _held["lease"] is None or _held["pid"] != os.getpid():
            _held["lease"] = _acquire()
            _held["pid"] = os.getpid()
        return _held["lease"]


def _acquire():
    if hasattr(os, "mkfifo"):
        from ._server import acquire

        return acquire()
    from ._own import OwnServer

    return OwnServer()


def _drop(lease):
    """Lets go of a server that does not answer."""
    with _guard:
        if _held["lease"] is lease and _held["pid"] == os.getpid():
            _held["lease"] = None
            lease.close()


def stop():
    """Lets go of the server, which ends if no other process holds it. The next question finds or starts one."""
    _hang_up()
    with _guard:
        if _held["lease"] is not None and _held["pid"] == os.getpid():
            _held["lease"].close()
        _held["lease"] = None


atexit.register(stop)


class _Connection(http.client.HTTPConnection):
    """A connection that is closed with its thread."""

    def __del__(self):
        self.close()


def _connection(lease):
    """This thread's open connection."""
    if getattr(_local, "to", None) != (os.getpid(), lease.token):
        _hang_up()
        _local.connection = _Connection("127.0.0.1", lease.port)
        _local.to = (os.getpid(), lease.token)
    return _local.connection


def _hang_up():
    """Closes this thread's connection."""
    _local.to = None
    if getattr(_local, "connection", None) is not None:
        _local.connection.close()
        _local.connection = None


def _send(connection, lease, method, path, body):
    headers = {"Authorization": "Bearer " + lease.token}
    if body is not None:
        headers["Content-Type"] = "application/json"
    connection.request(method, path, body, headers)
    return connection.getresponse()


def ask(method, path, body=None):
    """The server's answer. A server that is gone is replaced: an answer depends on nothing but the question."""
    text = None if body is None else json.dumps(body).encode()
    broken = 0
    until = time.monotonic() + _PATIENCE
    while True:
        lease = _lease()
        try:
            response = _send(_connection(lease), lease, method, path, text)
            content = response.read()
        except ConnectionRefusedError as problem:  # one that is ending looks alive until its process is gone
            _hang_up()
            _drop(lease)
            if time.monotonic() > until:
                raise Failed(f"the server does not answer: {lease.log() or problem}") from problem
            time.sleep(0.05)
            continue
        except _GONE as problem:
            _hang_up()
            broken += 1
            if broken > 1:  # the first may be a connection that lay idle for long
                _drop(lease)
            if broken > 3:
                raise Failed(f"the server breaks off at this question: {lease.log() or problem}") from problem
            continue
        except BaseException:
            _hang_up()  # an answer may be under way that nobody will read
            raise
        if response.status == 401 and time.monotonic() < until:  # another server, on the port of one that is gone
            _drop(lease)
            time.sleep(0.05)
            continue
        return _read(response.status, content)


def _read(status, content):
    answer = json.loads(content) if content else None
    if status < 400:
        return answer
    message = answer.get("error", "") if isinstance(answer, dict) else str(status)
    raise (BadInput if status < 500 else Failed)(message)


def work(path, body, progress=None):
    """The answer to a question that takes time; progress(done, total) is called as it goes. Ctrl-C cancels it."""
    begun = ask("POST", path, body)
    if "job" not in begun or "events" not in begun:
        return begun
    lease = _lease()
    try:
        return _follow(lease, begun["events"], progress)
    except _GONE:
        return ask("POST", path + "?wait=true", body)
    except BaseException:
        _cancel(begun["job"])
        raise


def _cancel(job):
    try:
        ask("DELETE", f"/api/jobs/{job}")
    except BorderlineError:
        pass  # done meanwhile


def _follow(lease, path, progress):
    connection = http.client.HTTPConnection("127.0.0.1", lease.port)
    try:
        response = _send(connection, lease, "GET", path, None)
        if response.status >= 400:
            return _read(response.status, response.read())
        for name, data in _events(response):
            if name == "progress" and progress is not None:
                progress(data["done"], data["total"])
            elif name == "answer":
                return data
            elif name in ("failed", "cancelled"):
                raise Failed(data.get("error", "cancelled"))
        raise ConnectionResetError("the server ended before its answer")
    finally:
        connection.close()


def _events(response):
    """Server-sent events: their name and what they carry."""
    name, data = "message", []
    for raw in response:
        line = raw.decode("utf-8").rstrip("\r\n")
        if line.startswith("event:"):
            name = line[6:].strip()
        elif line.startswith("data:"):
            data.append(line[5:].lstrip(" "))
        elif not line and data:
            yield name, json.loads("\n".join(data))
            name, data = "message", []
