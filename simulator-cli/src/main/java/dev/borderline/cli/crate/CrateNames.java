package dev.borderline.cli.crate;

import dev.borderline.cli.crate.CrateLayout.NotACrate;
import dev.borderline.text.Visible;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names of files in a crate. Each leads to a place inside it on every system: parts between {@code /}, none of them empty, hidden,
 * the folder above or a name that Windows reads otherwise, no two names alike but for the case of letters.
 */
final class CrateNames {
    private static final int BYTES_MAX = 400;
    private static final int PARTS_MAX = 6;
    private static final String READ_OTHERWISE = "\\:*?\"<>|";

    private CrateNames() {}

    /** Reason why a name has no place in a crate; empty if it has. */
    static String fault(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            return "its name is longer than " + BYTES_MAX + " bytes";
        }
        List<String> parts = List.of(name.split("/", -1));
        if (parts.contains("..")
                || name.startsWith("/")
                || READ_OTHERWISE.chars().anyMatch(c -> name.indexOf(c) >= 0)) {
            return "its name leads out of the crate on some system";
        }
        if (parts.size() > PARTS_MAX) {
            return "it lies deeper than " + PARTS_MAX + " folders";
        }
        if (parts.stream().anyMatch(CrateNames::isUnfit) || name.chars().anyMatch(CrateNames::isUnseen)) {
            return "its name has a part that is empty, hidden or cannot be seen";
        }
        return "";
    }

    private static boolean isUnfit(String part) {
        return part.isEmpty() || part.startsWith(".") || part.endsWith(".") || part.endsWith(" ");
    }

    private static boolean isUnseen(int character) {
        return Visible.steers((char) character) || Character.isISOControl(character);
    }

    /** A name as a crate has it; refuses one that has no place there. */
    static String read(byte[] bytes, int from, int length) throws NotACrate {
        String name;
        try {
            name = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NotACrate("the name of a file in it is no text in UTF-8");
        }
        String fault = fault(name);
        if (!fault.isEmpty()) {
            throw new NotACrate(fault + ": " + Visible.of(name).replace("\n", "\\n"));
        }
        return name;
    }

    /** Refuses names out of order, twice, alike but for case, or of a file where others have a folder. */
    static void refuseClashes(List<CrateEntry> entries) throws NotACrate {
        Set<String> names = new HashSet<>();
        Set<String> folders = new HashSet<>();
        String before = "";
        for (CrateEntry entry : entries) {
            String name = entry.name();
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new NotACrate("it has two files named " + name);
            }
            if (name.compareTo(before) < 0) {
                throw new NotACrate("its files are not in order: " + name + " comes after " + before);
            }
            for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
                folders.add(name.substring(0, end).toLowerCase(Locale.ROOT));
            }
            before = name;
        }
        folders.retainAll(names);
        if (!folders.isEmpty()) {
            throw new NotACrate(folders.iterator().next() + " is a file and a folder");
        }
    }
}
