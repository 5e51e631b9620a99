package dev.borderline.observe;

import dev.borderline.observe.RunView.CallFacts;
import dev.borderline.observe.RunView.CaseFacts;
import dev.borderline.observe.RunView.HouseholdFacts;
import dev.borderline.observe.RunView.NeedFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event in the life of a household, with all that was heard of it meanwhile.
 *
 * @param time ticks since the start of the run
 * @param kind kind of the event
 * @param occurrence as the event has it
 * @param outcome what the handler said came of it
 * @param after the household when the event was over
 * @param heard in the order of hearing
 */
public record Step(long time, String kind, int occurrence, int outcome, HouseholdFacts after, List<Heard> heard) {
    public Step {
        heard = List.copyOf(heard);
    }

    /** The signals, in their order. */
    public Stream<Heard.Told> signals() {
        return of(Heard.Told.class);
    }

    /** The draws, in their order. */
    public Stream<Hearing.Draw> draws() {
        return of(Heard.Drawn.class).map(Heard.Drawn::draw);
    }

    /** The figures, in their order. */
    public Stream<Hearing.Figure> figures() {
        return of(Heard.Weighed.class).map(Heard.Weighed::figure);
    }

    private <T extends Heard> Stream<T> of(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast);
    }

    /** The first signal of that name. */
    public Optional<Heard.Told> told(String signal) {
        return signals().filter(told -> told.signal().equals(signal)).findFirst();
    }

    /** The last figure of that name. */
    public Optional<Double> figure(String name) {
        return figures()
                .filter(figure -> figure.name().equals(name))
                .map(Hearing.Figure::value)
                .reduce((first, second) -> second);
    }

    /** Words of the event, apart from its exact time, length, price and draws. Slots are left out, for they depend on others. */
    public List<String> words() {
        List<String> words =
                new ArrayList<>(List.of(kind, "outcome " + outcome, "then " + after.state(), after.zone()));
        words.add(after.ownsHandset() ? "with a handset" : "without a handset");
        signals().forEach(told -> words.add(word(told)));
        return words;
    }

    /**
     * True if a step of another world came out alike: the same words, and the same decisions of common draws. Common are those
     * draws that were made in both. What was drawn in one of them alone, such as whether a broker's bribe is found out, is no
     * event of the household; if anything comes of it, a later step tells. What was drawn in one of them alone, such as whether a
     * broker's bribe is found out, is no event of the household; if anything comes of it, a later step tells.
     */
    public boolean cameOutLike(Step other) {
        return words().equals(other.words())
                && draws().noneMatch(
                                draw -> other.draws().anyMatch(same -> isSame(draw, same) && draw.yes() != same.yes()));
    }

    private static boolean isSame(Hearing.Draw one, Hearing.Draw other) {
        return one.purpose().equals(other.purpose())
                && one.occurrence() == other.occurrence()
                && one.lane() == other.lane();
    }

    private static String word(Heard.Told told) {
        String word = told.signal();
        CallFacts call = told.call();
        if (call != null) {
            word += (call.brokered() ? " broker" : " own") + (call.remote() ? " remote" : " town");
        }
        CaseFacts caseFile = told.caseFile();
        if (caseFile != null) {
            word += " " + caseFile.route()
                    + caseFile.outcome().map(outcome -> " " + outcome).orElse("");
        }
        return word;
    }

    /** One thing heard of a household within an event. */
    public sealed interface Heard {
        /**
         * A signal about it.
         *
         * @param signal name, see {@link dev.borderline.model.Signals}
         * @param detail number of the need or request, or the slot, as the signal says
         * @param need what the need is about, for signals of needs
         * @param call the call as it stands, for signals of calls
         * @param caseFile the case as it stands, for signals of cases
         */
        record Told(
                String signal,
                int detail,
                @Nullable NeedFacts need,
                @Nullable CallFacts call,
                @Nullable CaseFacts caseFile)
                implements Heard {}

        /** A draw about it. */
        record Drawn(Hearing.Draw draw) implements Heard {}

        /** A number that a decision about it rested on. */
        record Weighed(Hearing.Figure figure) implements Heard {}
    }
}
