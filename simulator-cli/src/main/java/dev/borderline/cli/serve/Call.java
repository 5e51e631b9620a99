package dev.borderline.cli.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request on its way to its answer.
 *
 * @param exchange of the server
 * @param segments of its path, without escapes
 * @param query words after the question mark
 */
record Call(HttpExchange exchange, List<String> segments, Query query) {
    private static final int BODY_BYTES_MAX = 4 << 20;
    private static final long READ_AWAY_BYTES_MAX = 64 << 20;

    static Call of(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        List<String> segments = path == null
                ? List.of()
                : List.of(path.split("/", -1)).stream()
                        .skip(1)
                        .map(Query::decoded)
                        .toList();
        return new Call(exchange, segments, Query.of(exchange.getRequestURI().getRawQuery()));
    }

    String method() {
        return exchange.getRequestMethod();
    }

    /** A segment of the path as a number. */
    int number(int segment) {
        String word = segments.get(segment);
        if (!word.matches("\\d{1,9}")) {
            throw new Refused(Reply.NOT_FOUND, "there is no job '" + word + "'; jobs have numbers");
        }
        return Integer.parseInt(word);
    }

    /** The body's object. */
    Body body() throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] bytes = in.readNBytes(BODY_BYTES_MAX + 1);
            if (bytes.length > BODY_BYTES_MAX) {
                readAway(in);
                throw new Refused(
                        Reply.TOO_LARGE, "the request is longer than " + (BODY_BYTES_MAX >> 20) + " mebibytes");
            }
            return Body.read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new Refused(Reply.BAD_REQUEST, "the request is no text in UTF-8");
        }
    }

    /** Takes the rest, within reason, for a client that writes on does not read the answer. */
    private static void readAway(InputStream in) throws IOException {
        byte[] some = new byte[1 << 16];
        long left = READ_AWAY_BYTES_MAX;
        for (int read = in.read(some); read >= 0 && left > 0; read = in.read(some)) {
            left -= read;
        }
    }
}
