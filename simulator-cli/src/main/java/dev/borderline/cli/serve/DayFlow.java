package dev.borderline.cli.serve;

import dev.borderline.model.Cases;
import dev.borderline.model.Route;
import dev.borderline.model.Signals;
import dev.borderline.observe.Hearing;
import dev.borderline.observe.RunView;
import java.util.Locale;

/** Arrows of the schematic, each with what is counted along it. */
enum DayFlow {
    CALLS("Calls connected on a handset of the household's own") {
        @Override
        void listen(Hearing hearing, Runnable counted) {
            RunView run = hearing.run();
            hearing.onSignal(
                    Signals.SESSION_STARTED,
                    (household, slot) -> when(!run.call(slot).brokered(), counted));
        }
    },
    BROKER_CALLS("Calls connected on a handset that a broker lends") {
        @Override
        void listen(Hearing hearing, Runnable counted) {
            RunView run = hearing.run();
            hearing.onSignal(
                    Signals.SESSION_STARTED,
                    (household, slot) -> when(run.call(slot).brokered(), counted));
        }
    },
    MONEY("Transfers that reach their household") {
        @Override
        void listen(Hearing hearing, Runnable counted) {
            hearing.onFigure(figure -> when(figure.name().equals(RECEIVED), counted));
        }
    },
    LOCATED("Calls located while in progress") {
        @Override
        void listen(Hearing hearing, Runnable counted) {
            hearing.onSignal(Signals.SESSION_LOCATED, (household, slot) -> counted.run());
        }
    },
    TAKEN_OVER_CALLS("People taken over a call that was located") {
        @Override
        void listen(Hearing hearing, Runnable counted) {
            RunView run = hearing.run();
            hearing.onSignal(
                    Signals.ARRESTED,
                    (household, slot) -> when(isOverCall(run.caseFile(slot).route()), counted));
        }
    },
    TAKEN_OTHERWISE("People taken by another route: informed on, stopped, framed, at the border") {
        @Override
        void listen(Hearing hearing, Runnable counted) {
            RunView run = hearing.run();
            hearing.onSignal(
                    Signals.ARRESTED,
                    (household, slot) -> when(!isOverCall(run.caseFile(slot).route()), counted));
        }
    },
    SETTLED("Cases settled with the officer on the spot") {
        @Override
        void listen(Hearing hearing, Runnable counted) {
            RunView run = hearing.run();
            hearing.onSignal(
                    Signals.CASE_CLOSED,
                    (household, slot) -> when(
                            run.caseFile(slot)
                                    .outcome()
                                    .filter(Cases.Outcome.SETTLED::equals)
                                    .isPresent(),
                            counted));
        }
    },
    FORMAL("Cases not settled on the spot") {
        @Override
        void listen(Hearing hearing, Runnable counted) {
            hearing.onSignal(Signals.CASE_FORMAL, (household, slot) -> counted.run());
        }
    },
    RELEASED("People free again after a formal case") {
        @Override
        void listen(Hearing hearing, Runnable counted) {
            hearing.onSignal(Signals.RELEASED, (household, slot) -> counted.run());
        }
    };

    private static final String RECEIVED = "transfers.received_usd";

    private final String what;

    DayFlow(String what) {
        this.what = what;
    }

    /** Asks a run to tell of each that is to be counted. */
    abstract void listen(Hearing hearing, Runnable counted);

    /** Name in the schematic and in answers. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Meaning of the count, as a phrase. */
    String what() {
        return what;
    }

    static void when(boolean holds, Runnable counted) {
        if (holds) {
            counted.run();
        }
    }

    static boolean isOverCall(String route) {
        return route.equals(Route.CAUGHT_IN_CALL.name()) || route.equals(Route.IDENTIFIED.name());
    }
}
