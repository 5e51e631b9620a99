package dev.borderline.cli.serve;

import dev.borderline.cli.Ran;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A server under test, and a client that has its token. */
final class Served implements AutoCloseable {
    static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    private Served(Server server) {
        this.server = server;
    }

    static Served start() throws IOException {
        return new Served(Server.start(settings()));
    }

    /** One that keeps no more in memory than there is room for. */
    static Served start(Server.Room room) throws IOException {
        return new Served(Server.start(settings(), room));
    }

    private static Server.Settings settings() {
        return new Server.Settings(0, TOKEN, 2, true, Ran::line);
    }

    List<Routes.Route> routes() {
        return server.routes();
    }

    long runsMade() {
        return server.runsMade();
    }

    int port() {
        return server.port();
    }

    URI uri(String address) {
        return URI.create("http://127.0.0.1:" + port() + address);
    }

    HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(uri(address))
                .timeout(Duration.ofMinutes(10))
                .header("Authorization", "Bearer " + TOKEN);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> get(String address) {
        return send(request(address).GET());
    }

    HttpResponse<String> post(String address, String body) {
        return send(request(address).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String address) {
        return send(request(address).DELETE());
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    @Override
    public void close() {
        server.close();
    }
}
