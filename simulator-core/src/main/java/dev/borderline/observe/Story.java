package dev.borderline.observe;

import dev.borderline.model.Cases;
import dev.borderline.model.Households.State;
import dev.borderline.model.Signals;
import dev.borderline.observe.RunView.CallFacts;
import dev.borderline.observe.RunView.CaseFacts;
import dev.borderline.observe.RunView.HouseholdFacts;
import dev.borderline.observe.RunView.NeedFacts;
import dev.borderline.observe.Step.Heard;
import dev.borderline.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * A step of a {@link Diary} in words. Signals of the model have sentences; of events, draws and figures that a mechanism of an
 * embedding program adds, the names are told.
 */
public final class Story {
    private static final Map<String, String> SIGNALS = Map.ofEntries(
            Map.entry(Signals.SESSION_STARTED, "the call connects"),
            Map.entry(Signals.SESSION_LOCATED, "the call is located"),
            Map.entry(Signals.PURSUIT_REACHED, "a team reaches the caller"),
            Map.entry(Signals.PURSUIT_MISSED, "no team reaches the caller"),
            Map.entry(Signals.CONTACT_COMPLETED, "contact is made"),
            Map.entry(Signals.HANDSET_ASKED, "asks the relatives for a handset"),
            Map.entry(Signals.HOUSEHOLD_BORN, "the household forms: a relative has arrived abroad"),
            Map.entry(Signals.HOUSEHOLD_GONE, "the caller has left the country; the household is gone"),
            Map.entry(Signals.CASE_FORMAL, "the case becomes a formal one"));

    private static final Map<String, String> ROUTES = Map.of(
            "caught_in_call", "caught during the call",
            "identified", "identified after a located call",
            "informed_on", "exposed by an informant",
            "stopped", "found with a handset in a stop",
            "framed", "framed after a fruitless stop",
            "stopped_at_border", "stopped at the border");

    private static final Map<Cases.Outcome, String> ENDS = Map.of(
            Cases.Outcome.SETTLED, "is let go on the spot",
            Cases.Outcome.DROPPED, "the investigators drop the case; free again",
            Cases.Outcome.WARNED, "let go with a warning; free again",
            Cases.Outcome.RELEASED_EARLY, "released early; free again",
            Cases.Outcome.SERVED, "the term is served; free again");

    private static final Map<State, String> TERMS = Map.of(
            State.TRAINING, "sentenced to labour training",
            State.REFORM, "sentenced to a reform facility",
            State.CAMP, "sent to a camp");

    private static final Set<String> MATTERING = Set.of( // looked up only
            Signals.ARRESTED,
            Signals.BRIBE_PAID,
            Signals.CASE_FORMAL,
            Signals.CASE_CLOSED,
            Signals.RELEASED,
            Signals.HOUSEHOLD_BORN,
            Signals.HOUSEHOLD_GONE);

    private static final String OF_SANCTIONS = "sanctions.";

    private static final int LAPSED = 1; // outcome of needs.arise
    private static final int FRUITLESS = 2; // outcome of stops.candidate
    private static final int UNDER_WAY = 3; // outcome of crossings.chain
    private static final double MONTHS_PER_YEAR = 12;
    private static final int SHARE_DIGITS = 4;
    private static final int SHARE_DIGITS_MAX = 17;

    private Story() {}

    /** Description of a household, in one sentence. */
    public static String of(HouseholdFacts facts) {
        List<String> owns = new ArrayList<>();
        add(owns, facts.ownsHandset(), "a handset");
        add(owns, facts.ownsLine(), "a domestic line");
        add(owns, facts.licensed(), "a licence to call abroad");
        return "lives " + StoryNames.zone(facts.zone()) + "; earns " + usd(facts.incomeUsd()) + " a year and has "
                + usd(facts.wealthUsd()) + ", which puts it into wealth fifth " + (facts.fifth() + 1)
                + " of 5; owns " + (owns.isEmpty() ? "no handset and no line" : String.join(", ", owns))
                + "; its connections are " + number(facts.connections()) + " on a scale from 0 to 1";
    }

    private static void add(List<String> list, boolean yes, String what) {
        if (yes) {
            list.add(what);
        }
    }

    /** True if there is anything to tell of a step: not of candidates that came to nothing. */
    public static boolean tells(Step step) {
        return !clauses(step).isEmpty() || step.draws().anyMatch(Hearing.Draw::yes);
    }

    /**
     * True if a step is never left out of a story. That is an arrest, a bribe, a formal case, a sentence, a release, or the
     * caller's leaving or the forming of the household.
     */
    public static boolean matters(Step step) {
        return step.signals().anyMatch(told -> MATTERING.contains(told.signal()))
                || (step.kind().startsWith(OF_SANCTIONS) && !clauses(step).isEmpty());
    }

    /** The clause of a step that weighs most: of an arrest, a bribe, a case, else the last. */
    public static String gist(Step step) {
        List<String> clauses = new ArrayList<>();
        for (Heard.Told told : step.signals().toList()) {
            if (MATTERING.contains(told.signal())) {
                add(clauses, told, step);
            }
        }
        if (!clauses.isEmpty()) {
            return clauses.get(0);
        }
        List<String> all = clauses(step);
        return all.isEmpty() ? of(step) : all.get(all.size() - 1);
    }

    /** Words for the way somebody was taken, such as {@code "caught during the call"}. */
    public static String route(String route) {
        return ROUTES.getOrDefault(route, route.replace('_', ' '));
    }

    /** Words for a place where households live, as they follow on "lives". */
    public static String zone(String zone) {
        return StoryNames.zone(zone);
    }

    /** Events of a step, in clauses. */
    public static String of(Step step) {
        List<String> clauses = clauses(step);
        return clauses.isEmpty()
                ? step.kind().replace('_', ' ').replace(".", ": ") + ", outcome " + step.outcome()
                : String.join("; ", clauses);
    }

    private static List<String> clauses(Step step) {
        List<String> clauses = new ArrayList<>();
        for (Heard heard : step.heard()) {
            if (heard instanceof Heard.Told told) {
                add(clauses, told, step);
            }
        }
        end(clauses, step);
        return clauses;
    }

    private static void add(List<String> clauses, Heard.Told told, Step step) {
        NeedFacts need = told.need();
        CallFacts call = told.call();
        CaseFacts caseFile = told.caseFile();
        String signal = told.signal();
        if (signal.equals(Signals.NEED_ARISEN) && need != null) {
            clauses.add("wishes for contact, need " + told.detail() + ", worth " + usd(need.valueUsd())
                    + (need.forMoney() ? ", to ask for money" : ""));
        } else if (signal.equals(Signals.CALL_PLANNED) && call != null) {
            clauses.add("plans a call of " + number(call.minutes()) + " min "
                    + (call.brokered() ? "through a broker" : "on the own handset") + ", "
                    + (call.remote() ? "from a remote place" : "from town"));
        } else if (signal.equals(Signals.NEED_UNMET)) {
            clauses.add(unmet(step));
        } else if (signal.equals(Signals.ARRESTED) && caseFile != null) {
            clauses.add("is taken: " + ROUTES.getOrDefault(caseFile.route(), caseFile.route()));
        } else if (signal.equals(Signals.BRIBE_PAID) && caseFile != null) {
            clauses.add("pays " + usd(caseFile.bribeUsd()));
        } else if (signal.equals(Signals.CASE_CLOSED) && caseFile != null) {
            caseFile.outcome().ifPresent(outcome -> clauses.add(ENDS.getOrDefault(outcome, outcome.name())));
        } else if (signal.equals(Signals.SESSION_ENDED) && call != null && call.cutOff()) {
            clauses.add("the call is cut off");
        } else if (SIGNALS.containsKey(signal)) {
            clauses.add(SIGNALS.get(signal));
        }
    }

    /** A need that was weighed goes unmet for fear or for its price, one that was tried because nothing connected. */
    private static String unmet(Step step) {
        if (step.told(Signals.NEED_ARISEN).isEmpty()) {
            return "gives up: no try connected";
        }
        return step.figure("choice.best_without_fear_usd").isPresent()
                ? "does not dare to call"
                : "does not call: no channel is worth its price";
    }

    /** Clauses about events that no signal tells. */
    private static void end(List<String> clauses, Step step) {
        boolean closed = step.told(Signals.CASE_CLOSED).isPresent();
        if (step.kind().equals("needs.arise") && step.outcome() == LAPSED) {
            clauses.add("a need for contact lapses: the caller is "
                    + (step.after().state() == State.GONE ? "gone" : "held"));
        } else if (step.kind().equals("sanctions.pretrial_end") && !closed) {
            double years = step.figure("sanctions.term_years").orElse(0.0);
            clauses.add(TERMS.getOrDefault(step.after().state(), "sentenced") + " for " + term(years));
        } else if (step.kind().equals("sanctions.early_release") && !closed) {
            clauses.add("cannot buy an early release");
        } else if (step.kind().equals("crossings.chain") && clauses.isEmpty() && step.outcome() == UNDER_WAY) {
            clauses.add("somebody of the household sets out to cross the border");
        } else if (step.kind().equals("stops.candidate") && step.outcome() == FRUITLESS) {
            clauses.add("is searched in a stop, in vain");
        } else if (step.kind().equals("crossings.chain_arrival")) {
            clauses.add("who set out has arrived abroad");
        } else if (step.kind().equals("border_goods.arrive")) {
            clauses.add("the handset arrives");
        } else if (step.kind().equals("connection.attempt") && clauses.isEmpty()) {
            clauses.add(
                    step.draws().anyMatch(Hearing.Draw::yes)
                            ? "the attempt fails by jamming; will try again"
                            : "the attempt comes to nothing");
        } else if (step.kind().equals("transfers.arrive")) {
            clauses.add(step.figure("transfers.received_usd")
                    .map(usd -> "receives " + usd(usd))
                    .orElse("the money does not arrive"));
        }
        step.figure("transfers.sent_usd").ifPresent(usd -> clauses.add("the relatives send " + usd(usd)));
        step.figure("sanctions.pretrial_days")
                .ifPresent(days -> clauses.add("held for investigation, " + number(days) + " days"));
    }

    private static String term(double years) {
        return years < 1 ? number(years * MONTHS_PER_YEAR) + " months" : number(years) + " years";
    }

    /** A draw in words: {@code located? yes: drew 0.012, chance 0.034}. */
    public static String of(Hearing.Draw draw) {
        return name(draw.purpose()) + "? " + (draw.yes() ? "yes" : "no") + ": drew "
                + share(draw.uniform(), draw.probability()) + ", chance " + share(draw.probability(), draw.uniform());
    }

    /** A figure in words: {@code price 520 USD}. */
    public static String of(Hearing.Figure figure) {
        return name(figure.name()) + " " + value(figure.name(), figure.value());
    }

    /** The number of a figure with the unit that its name ends with. */
    public static String value(String name, double value) {
        if (name.endsWith("_usd")) {
            return usd(value);
        }
        return number(value) + (name.endsWith("_years") ? " years" : name.endsWith("_days") ? " days" : "");
    }

    /** Words for a draw or figure. */
    public static String name(String name) {
        return StoryNames.of(name);
    }

    private static String usd(double usd) {
        return (usd < 0 ? "-" : "") + String.format(Locale.ROOT, "%,.2f", Math.abs(usd)) + " USD";
    }

    private static String number(double value) {
        return Numbers.human(value);
    }

    /** A share of 1, in at least four digits, and in as many as tell it from another. */
    public static String share(double value, double... others) {
        for (int digits = SHARE_DIGITS; digits < SHARE_DIGITS_MAX; digits++) {
            MathContext rounding = new MathContext(digits, RoundingMode.HALF_EVEN);
            BigDecimal rounded = new BigDecimal(value).round(rounding);
            boolean told = DoubleStream.of(others)
                    .allMatch(other -> other == value
                            || new BigDecimal(other).round(rounding).compareTo(rounded) != 0);
            if (told) {
                return rounded.stripTrailingZeros().toPlainString();
            }
        }
        return new BigDecimal(value).round(new MathContext(SHARE_DIGITS_MAX)).toPlainString();
    }
}
