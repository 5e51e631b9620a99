package dev.borderline.observe;

import dev.borderline.model.Signals;
import dev.borderline.observe.Trace.Row.What;
import dev.borderline.random.SubjectKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Every event of a run as a stream of rows, of everyone or of one household. Signals, draws, figures and moves of levers are
 * there if asked for. Rows come as things happen: what happens within an event stands before the row of the event, which is told
 * when it is over. A probe; keeps nothing.
 */
public final class Trace implements Probe {
    private static final String HOUSEHOLD = SubjectKind.HOUSEHOLD.name().toLowerCase(Locale.ROOT);

    private final Set<What> wanted;
    private final OptionalLong household;
    private final Consumer<Row> rows;

    /**
     * A trace.
     *
     * @param wanted sorts of rows
     * @param household lasting number of the only household of interest; empty for all and everything
     * @param rows takes each row
     */
    public Trace(Set<What> wanted, OptionalLong household, Consumer<Row> rows) {
        this.wanted = EnumSet.copyOf(wanted);
        this.household = household;
        this.rows = rows;
    }

    @Override
    public void attach(Hearing hearing) {
        RunView run = hearing.run();
        if (wanted.contains(What.SIGNAL)) {
            for (String signal : Signals.NAMES) {
                hearing.onSignal(signal, (place, detail) -> about(run, place, What.SIGNAL, signal, detail));
            }
        }
        if (wanted.contains(What.DRAW)) {
            hearing.onDraw(this::onDraw);
        }
        if (wanted.contains(What.FIGURE)) {
            hearing.onFigure(figure -> onFigure(run, figure));
        }
        if (wanted.contains(What.MOVE) && household.isEmpty()) {
            hearing.onMove(this::onMove);
        }
        if (wanted.contains(What.EVENT)) {
            Set<String> ofHouseholds = new TreeSet<>(hearing.householdEvents());
            hearing.onEvent(event -> onEvent(run, event, ofHouseholds));
        }
    }

    private boolean concerns(long id) {
        return household.isEmpty() || household.getAsLong() == id;
    }

    private void about(RunView run, int place, What what, String name, int detail) {
        long id = run.householdId(place);
        if (concerns(id)) {
            rows.accept(Row.plain(run.time(), what, name, HOUSEHOLD, id, detail, 0));
        }
    }

    private void onDraw(Hearing.Draw draw) {
        if (household.isEmpty() || (draw.kind().equals(SubjectKind.HOUSEHOLD) && concerns(draw.subject()))) {
            rows.accept(new Row(
                    draw.time(),
                    What.DRAW,
                    draw.purpose(),
                    draw.kind().name().toLowerCase(Locale.ROOT),
                    draw.subject(),
                    draw.occurrence(),
                    draw.lane(),
                    draw.yes() ? 1 : 0,
                    draw.uniform(),
                    draw.probability(),
                    Double.NaN));
        }
    }

    private void onFigure(RunView run, Hearing.Figure figure) {
        long id = run.householdId(figure.household());
        if (concerns(id)) {
            rows.accept(new Row(
                    figure.time(),
                    What.FIGURE,
                    figure.name(),
                    HOUSEHOLD,
                    id,
                    0,
                    0,
                    0,
                    Double.NaN,
                    Double.NaN,
                    figure.value()));
        }
    }

    private void onMove(Hearing.Moved moved) {
        rows.accept(
                new Row(moved.time(), What.MOVE, moved.lever(), "", 0, 0, 0, 0, Double.NaN, Double.NaN, moved.to()));
    }

    private void onEvent(RunView run, Hearing.Event event, Set<String> ofHouseholds) {
        boolean ofHousehold = ofHouseholds.contains(event.kind());
        long subject = ofHousehold ? run.householdId(event.subject()) : event.subject();
        if (ofHousehold ? concerns(subject) : household.isEmpty()) {
            String of = ofHousehold ? HOUSEHOLD : "";
            rows.accept(Row.plain(
                    event.time(), What.EVENT, event.kind(), of, subject, event.occurrence(), event.outcome()));
        }
    }

    /**
     * One thing that happened in a run, as a row.
     *
     * @param time ticks since the start
     * @param what what sort of thing
     * @param name kind of the event, signal, draw, figure or lever
     * @param of what the subject number counts, such as {@code household}; empty where it depends on the kind
     * @param subject whom it is about: lasting number of a household, else the number the event has
     * @param occurrence which of the subject's, or the detail of a signal
     * @param lane number of the sub-draw, for draws
     * @param outcome what came of an event; 1 or 0 of a draw
     * @param uniform the uniform of a draw; else NaN
     * @param probability what a draw was compared with; else NaN
     * @param value the number of a figure, or of a lever from now on; else NaN
     */
    public record Row(
            long time,
            What what,
            String name,
            String of,
            long subject,
            int occurrence,
            int lane,
            int outcome,
            double uniform,
            double probability,
            double value) {
        /** Sorts of rows. */
        public enum What {
            EVENT,
            SIGNAL,
            DRAW,
            FIGURE,
            MOVE
        }

        /** A row without the numbers of draws, figures and moves. */
        static Row plain(long time, What what, String name, String of, long subject, int occurrence, int outcome) {
            return new Row(time, what, name, of, subject, occurrence, 0, outcome, Double.NaN, Double.NaN, Double.NaN);
        }
    }
}
