package dev.borderline.cli.text;

/** Something a person named that cannot be used; the message says what and what to do instead. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }
}
