package dev.borderline.cli.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.borderline.cli.text.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** HTTP on the loopback address alone: lets in, sends to the routes, and tells what went wrong. */
final class Server implements AutoCloseable {
    /**
     * Settings of a server.
     *
     * @param port 0 for one that is free
     * @param token that lets in
     * @param threads runs at a time
     * @param withPage true to answer with the page at {@code /}
     * @param commands of this program, for what they answer
     */
    record Settings(int port, String token, int threads, boolean withPage, CommandWork.Commands commands) {}

    /**
     * Bytes that are kept in memory at most, about.
     *
     * @param runs that were made
     * @param answers that were given
     */
    record Room(long runs, long answers) {}

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 128;
    private static final int REQUESTS_MAX = 200; // at a time, those that listen to events included
    private static final int IDLE_SECONDS = 30;
    private static final int STOP_SECONDS = 1;
    private static final Room ROOM = new Room(192L << 20, 64L << 20);
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final HttpServer http;
    private final ExecutorService requests;
    private final List<Thread> workers;
    private final RunCache cache;
    private final Jobs jobs;
    private final AccessRule access;
    private final List<Routes.Route> routes;
    private final Settings settings;
    private final AtomicLong lastRequest = new AtomicLong(System.nanoTime());
    private final AtomicLong underWay = new AtomicLong();

    private Server(HttpServer http, Settings settings, Room room) {
        this.http = http;
        this.settings = settings;
        cache = new RunCache(room.runs());
        jobs = new Jobs(room.answers());
        access = new AccessRule(http.getAddress().getPort(), settings.token());
        routes = new Routes(jobs, settings.commands()).all();
        requests = new ThreadPoolExecutor(
                0, REQUESTS_MAX, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), Server::thread);
        workers = IntStream.range(0, settings.threads())
                .mapToObj(number -> thread(new Worker(jobs, cache, settings.threads(), number > 0)))
                .toList();
    }

    /** A server that answers from now on. */
    static Server start(Settings settings) throws IOException {
        return start(settings, ROOM);
    }

    /** A server that answers from now on and keeps no more than there is room for. */
    static Server start(Settings settings, Room room) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), settings.port());
        Server server = new Server(bound(address), settings, room);
        server.http.createContext("/", server::handle);
        server.http.setExecutor(server.requests);
        server.workers.forEach(Thread::start);
        server.http.start();
        return server;
    }

    private static HttpServer bound(InetSocketAddress address) throws IOException {
        try {
            return HttpServer.create(address, BACKLOG);
        } catch (BindException taken) {
            throw new Refusal(
                    "--port " + address.getPort() + ": it is in use, or not yours to use; 0 takes a free one");
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "borderline-serve");
        thread.setDaemon(true);
        return thread;
    }

    /** Address with the token, for a browser. */
    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/?token=" + settings.token();
    }

    int port() {
        return http.getAddress().getPort();
    }

    /** All addresses below {@code /api}. */
    List<Routes.Route> routes() {
        return routes;
    }

    /** Number of runs made so far. */
    long runsMade() {
        return cache.made();
    }

    /** Nanoseconds since the last request; 0 while one is under way. */
    long idleNanos() {
        return underWay.get() > 0 ? 0 : System.nanoTime() - lastRequest.get();
    }

    private void handle(HttpExchange exchange) {
        underWay.incrementAndGet();
        try (exchange) {
            Optional<Reply> reply = reply(exchange);
            if (reply.isPresent()) {
                send(exchange, reply.get());
            }
        } catch (IOException gone) {
            // whoever asked does not listen any more
        } finally {
            lastRequest.set(System.nanoTime());
            underWay.decrementAndGet();
        }
    }

    private Optional<Reply> reply(HttpExchange exchange) throws IOException {
        try {
            access.checkAddress(exchange);
            Call call = Call.of(exchange);
            Optional<Reply> open = open(call);
            if (open.isPresent()) {
                return open;
            }
            access.checkToken(exchange, call.query());
            return routed(call);
        } catch (Refused refused) {
            return Optional.of(refused.reply());
        } catch (RuntimeException fault) {
            return Optional.of(
                    Reply.error(FaultWords.isRefusal(fault) ? Reply.BAD_REQUEST : Reply.BROKEN, FaultWords.of(fault)));
        }
    }

    /** Files that everybody on this machine may read: they say nothing of anybody. */
    private Optional<Reply> open(Call call) {
        if (!call.method().equals("GET") || call.segments().size() != 1) {
            return Optional.empty();
        }
        String name = call.segments().get(0);
        if (name.equals("openapi.json")) {
            return Page.resource(name, Reply.JSON);
        }
        return settings.withPage() ? Page.file(name.isEmpty() ? "index.html" : name) : Optional.empty();
    }

    private Optional<Reply> routed(Call call) throws IOException {
        boolean known = false;
        for (Routes.Route route : routes) {
            if (route.fits(call.segments())) {
                if (route.method().equals(call.method())) {
                    return route.handler().handle(call);
                }
                known = true;
            }
        }
        String address = call.exchange().getRequestURI().getPath();
        throw known
                ? new Refused(Reply.NOT_ALLOWED, address + " does not answer " + call.method())
                : new Refused(
                        Reply.NOT_FOUND, "there is nothing at " + address + "; /openapi.json tells what there is");
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.type());
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(reply.body());
        }
    }

    /** Ends all work and all requests. */
    @Override
    public void close() {
        jobs.close();
        http.stop(STOP_SECONDS);
        requests.shutdownNow();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS); // for all of them together
            for (Thread worker : workers) {
                worker.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
