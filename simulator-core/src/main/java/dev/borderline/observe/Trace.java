package dev.borderline.observe;

import dev.borderline.model.Signals;
import dev.borderline.observe.TraceRow.What;
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
    private final Consumer<TraceRow> rows;

    /**
     * A trace.
     *
     * @param wanted sorts of rows
     * @param household lasting number of the only household of interest; empty for all and everything
     * @param rows takes each row
     */
    public Trace(Set<What> wanted, OptionalLong household, Consumer<TraceRow> rows) {
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
            rows.accept(TraceRow.plain(run.time(), what, name, HOUSEHOLD, id, detail, 0));
        }
    }

    private void onDraw(Hearing.Draw draw) {
        if (household.isEmpty() || (draw.kind().equals(SubjectKind.HOUSEHOLD) && concerns(draw.subject()))) {
            rows.accept(new TraceRow(
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
            rows.accept(new TraceRow(
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
        rows.accept(new TraceRow(
                moved.time(), What.MOVE, moved.lever(), "", 0, 0, 0, 0, Double.NaN, Double.NaN, moved.to()));
    }

    private void onEvent(RunView run, Hearing.Event event, Set<String> ofHouseholds) {
        boolean ofHousehold = ofHouseholds.contains(event.kind());
        long subject = ofHousehold ? run.householdId(event.subject()) : event.subject();
        if (ofHousehold ? concerns(subject) : household.isEmpty()) {
            String of = ofHousehold ? HOUSEHOLD : "";
            rows.accept(TraceRow.plain(
                    event.time(), What.EVENT, event.kind(), of, subject, event.occurrence(), event.outcome()));
        }
    }
}
