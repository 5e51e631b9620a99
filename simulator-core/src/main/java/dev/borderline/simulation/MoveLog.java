package dev.borderline.simulation;

import dev.borderline.simulation.RunResult.ControllerMove;
import dev.borderline.state.StatePart;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;
import java.time.LocalDate;
import java.util.List;

/** The moves that controllers have made so far, as a part of a run's state. */
record MoveLog(List<ControllerMove> moves) implements StatePart {
    @Override
    public void save(StateWriter out) {
        out.int32(moves.size());
        for (ControllerMove move : moves) {
            out.int64(move.date().toEpochDay());
            out.text(move.controller());
            out.text(move.lever());
            out.real(move.from());
            out.real(move.to());
        }
    }

    @Override
    public void load(StateReader in) {
        moves.clear();
        for (int left = in.length(Integer.MAX_VALUE); left > 0; left--) {
            LocalDate date = LocalDate.ofEpochDay(in.int64());
            moves.add(new ControllerMove(date, in.text(), in.text(), in.real(), in.real()));
        }
    }
}
