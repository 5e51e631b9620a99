package dev.borderline.cli.serve;

import dev.borderline.text.JsonWriter;
import java.nio.charset.StandardCharsets;

/**
 * Answer to a request.
 *
 * @param status of HTTP
 * @param type of its content
 * @param body nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent")
record Reply(int status, String type, byte[] body) {
    static final int OK = 200;
    static final int ACCEPTED = 202;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int NOT_ALLOWED = 405;
    static final int CONFLICT = 409;
    static final int TOO_LARGE = 413;
    static final int BROKEN = 500;
    static final int BUSY = 503;

    static final String JSON = "application/json; charset=utf-8";

    static Reply json(String body) {
        return json(OK, body);
    }

    static Reply json(int status, String body) {
        return new Reply(status, JSON, (body + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static Reply text(String type, String body) {
        return new Reply(OK, type, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A refusal in the words of the command line. */
    static Reply error(int status, String message) {
        return json(
                status,
                JsonWriter.compact()
                        .beginObject()
                        .key("error")
                        .value(message)
                        .endObject()
                        .finish());
    }
}
