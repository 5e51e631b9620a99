package dev.borderline.cli.serve;

import dev.borderline.model.Cases;
import dev.borderline.model.Cases.Route;
import dev.borderline.model.Signals;
import dev.borderline.observe.Hearing;
import dev.borderline.observe.RunView;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Arrows of the schematic, each with what is counted along it. */
enum DayFlow {
    CALLS(
            "Calls connected on a handset of the household's own",
            signal(Signals.SESSION_STARTED, (run, slot) -> !run.call(slot).brokered())),
    BROKER_CALLS(
            "Calls connected on a handset that a broker lends",
            signal(Signals.SESSION_STARTED, (run, slot) -> run.call(slot).brokered())),
    MONEY(
            "Transfers that reach their household",
            (hearing, counted) -> hearing.onFigure(figure -> {
                if (figure.name().equals("transfers.received_usd")) {
                    counted.run();
                }
            })),
    LOCATED("Calls located while in progress", signal(Signals.SESSION_LOCATED, (run, slot) -> true)),
    TAKEN_OVER_CALLS("People taken over a call that was located", signal(Signals.ARRESTED, DayFlow::isOverCall)),
    TAKEN_OTHERWISE(
            "People taken by another route: informed on, stopped, framed, at the border",
            signal(Signals.ARRESTED, (run, slot) -> !isOverCall(run, slot))),
    SETTLED("Cases settled with the officer on the spot", signal(Signals.CASE_CLOSED, DayFlow::isSettled)),
    FORMAL("Cases not settled on the spot", signal(Signals.CASE_FORMAL, (run, slot) -> true)),
    RELEASED("People free again after a formal case", signal(Signals.RELEASED, (run, slot) -> true));

    private final String what;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final BiConsumer<Hearing, Runnable> listener;

    DayFlow(String what, BiConsumer<Hearing, Runnable> listener) {
        this.what = what;
        this.listener = listener;
    }

    /** Choice among the signals of one kind. */
    @FunctionalInterface
    private interface Choice {
        boolean counts(RunView run, int slot);
    }

    private static BiConsumer<Hearing, Runnable> signal(String kind, Choice choice) {
        return (hearing, counted) -> hearing.onSignal(kind, (household, slot) -> {
            if (choice.counts(hearing.run(), slot)) {
                counted.run();
            }
        });
    }

    private static boolean isOverCall(RunView run, int slot) {
        String route = run.caseFile(slot).route();
        return route.equals(Route.CAUGHT_IN_CALL.name()) || route.equals(Route.IDENTIFIED.name());
    }

    private static boolean isSettled(RunView run, int slot) {
        return run.caseFile(slot)
                .outcome()
                .filter(Cases.Outcome.SETTLED::equals)
                .isPresent();
    }

    /** Asks a run to tell of each that is to be counted. */
    void listen(Hearing hearing, Runnable counted) {
        listener.accept(hearing, counted);
    }

    /** Name in the schematic and in answers. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Meaning of the count, as a phrase. */
    String what() {
        return what;
    }
}
