package dev.borderline.cli.serve;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words after the question mark of an address. */
record Query(Map<String, String> values) {
    static Query of(@Nullable String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part : part.substring(0, equals);
            values.putIfAbsent(decoded(key), equals < 0 ? "" : decoded(part.substring(equals + 1)));
        }
        return new Query(values);
    }

    /** A word of an address without its escapes; refuses what is none. */
    static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused(Reply.BAD_REQUEST, "the address holds an escape that names no character");
        }
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    boolean isTrue(String key) {
        return get(key).filter("true"::equals).isPresent();
    }
}
