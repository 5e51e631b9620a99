package dev.borderline.cli.serve;

/** Request that is refused with a status of its own. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    Reply reply() {
        return Reply.error(status, String.valueOf(getMessage()));
    }
}
