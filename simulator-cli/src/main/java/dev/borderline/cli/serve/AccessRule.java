package dev.borderline.cli.serve;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rule of access. A page of another site can make a browser send requests here, also under a name of its own for
 * this address: its Host or Origin gives it away, and it does not know the token.
 */
final class AccessRule {
    private static final String BEARER = "Bearer ";

    private final List<String> hosts;
    private final byte[] token;

    AccessRule(int port, String token) {
        hosts = List.of("127.0.0.1:" + port, "localhost:" + port);
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** Refuses a request that is addressed to another host or comes from another site. */
    void checkAddress(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !hosts.contains(host)) {
            throw new Refused(Reply.FORBIDDEN, "this server answers to " + String.join(" and ", hosts) + " alone");
        }
        List<String> origins = exchange.getRequestHeaders().getOrDefault("Origin", List.of());
        if (origins.stream().anyMatch(origin -> !origin.equals("http://" + host))) {
            throw new Refused(Reply.FORBIDDEN, "pages of other sites are not answered");
        }
    }

    /** Refuses a request without the token. */
    void checkToken(HttpExchange exchange, Query query) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        Optional<String> told = header != null && header.startsWith(BEARER)
                ? Optional.of(header.substring(BEARER.length()))
                : query.get("token");
        if (!isToken(told.orElse(null))) {
            throw new Refused(
                    Reply.UNAUTHORIZED,
                    "the token is missing or wrong; it stands in the address that the server printed");
        }
    }

    /** Takes the same time for every wrong token. */
    private boolean isToken(@Nullable String told) {
        return told != null && MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8), token);
    }
}
