package dev.borderline.model;

import java.util.List;

/** Names of the signals through which the mechanisms of the model meet. A mechanism may add its own by any other name. */
public final class Signals {
    /** A household that is neither held nor gone wishes for contact; detail is the need number. */
    public static final String NEED_ARISEN = "need.arisen";

    /** A call has been planned and its first attempt comes due after the travel; detail is the call slot. */
    public static final String CALL_PLANNED = "call.planned";

    /** A try to connect has failed by jamming; detail is the call slot, valid until all have listened. */
    public static final String ATTEMPT_FAILED = "attempt.failed";

    /** A client waits for a broker; detail is the call slot. */
    public static final String CLIENT_WAITS = "client.waits";

    /** A broker has time for a client who waited; detail is the call slot. */
    public static final String CLIENT_CALLED = "client.called";

    /** A call has connected over a neighbour's network; detail is the call slot. */
    public static final String SESSION_STARTED = "session.started";

    /** A session is over, by itself or cut off; detail is the call slot, valid until all have listened. */
    public static final String SESSION_ENDED = "session.ended";

    /** A session in progress was located; detail is the call slot. */
    public static final String SESSION_LOCATED = "session.located";

    /** A team has reached the caller of a located session; detail is the call slot. */
    public static final String PURSUIT_REACHED = "pursuit.reached";

    /** A located session was not reached; detail is the call slot. */
    public static final String PURSUIT_MISSED = "pursuit.missed";

    /** Pair in touch: a contact was completed; detail is the need number. */
    public static final String CONTACT_COMPLETED = "contact.completed";

    /** A need ended without a contact; detail unused. */
    public static final String NEED_UNMET = "need.unmet";

    /** A household has formed; detail unused. */
    public static final String HOUSEHOLD_BORN = "household.born";

    /** A household has crossed or moved away; detail unused. */
    public static final String HOUSEHOLD_GONE = "household.gone";

    /** A bribe was paid in a case; detail is the case slot, which holds the price. */
    public static final String BRIBE_PAID = "bribe.paid";

    /** A household asks its relatives for a handset; detail is the number of the request. */
    public static final String HANDSET_ASKED = "handset.asked";

    /** A household has got the handset it asked for; detail is the number of the request. */
    public static final String HANDSET_GOT = "handset.got";

    /** A person is in an officer's hands; detail is the case slot. */
    public static final String ARRESTED = "person.arrested";

    /** A case was not settled on the spot; detail is the case slot. */
    public static final String CASE_FORMAL = "case.formal";

    /** A person is free again after a formal case; detail is the case slot, valid until all have listened. */
    public static final String RELEASED = "person.released";

    /** A case has ended; detail is the case slot, which holds its outcome and is valid until all have listened. */
    public static final String CASE_CLOSED = "case.closed";

    /** All names above. */
    public static final List<String> NAMES = List.of(
            NEED_ARISEN,
            CALL_PLANNED,
            ATTEMPT_FAILED,
            CLIENT_WAITS,
            CLIENT_CALLED,
            SESSION_STARTED,
            SESSION_ENDED,
            SESSION_LOCATED,
            PURSUIT_REACHED,
            PURSUIT_MISSED,
            CONTACT_COMPLETED,
            NEED_UNMET,
            HOUSEHOLD_BORN,
            HOUSEHOLD_GONE,
            BRIBE_PAID,
            HANDSET_ASKED,
            HANDSET_GOT,
            ARRESTED,
            CASE_FORMAL,
            RELEASED,
            CASE_CLOSED);

    private Signals() {}
}
