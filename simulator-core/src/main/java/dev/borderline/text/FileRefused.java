package dev.borderline.text;

import java.io.IOException;

/** The refusal of a file that is not a plain one, is too long, or is not text. The message names it and says what to do. */
public class FileRefused extends IOException {
    private static final long serialVersionUID = 1L;

    /** A refusal in one sentence that begins with the file. */
    public FileRefused(String message) {
        super(message);
    }
}
