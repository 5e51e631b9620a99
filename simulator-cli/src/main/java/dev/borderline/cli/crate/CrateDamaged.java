package dev.borderline.cli.crate;

import java.io.IOException;

/** A file in a crate that is not as it was when the crate was made. */
public final class CrateDamaged extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;

    CrateDamaged(String file, String message) {
        super(message);
        this.file = file;
    }

    /** Name of the file within the crate. */
    public String file() {
        return file;
    }
}
