package dev.borderline.report;

import dev.borderline.figure.Levels;
import dev.borderline.policy.Move;
import dev.borderline.text.Numbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The days on which policies begin to move levers in the cells that a figure shows, numbered from 1.
 *
 * @param moves of each day, in words
 * @param sharedLeftOut whether moves that all cells have are left out, because they are many
 */
record PolicyDates(SortedMap<LocalDate, List<String>> moves, boolean sharedLeftOut) {
    private static final int DAYS_MAX = 6; // with more, and several cells, only what the cells do not share

    /** Place of a year's number within it: its middle. */
    private static final double MIDDLE = 0.5;

    /** The days of these cells. A move that not all of them have is told with the names of those that have it. */
    static PolicyDates of(StudyPlan study, ChosenCells chosen) {
        Map<Move, List<String>> having = new LinkedHashMap<>();
        for (ChosenCells.One one : chosen.cells()) {
            for (Move move : study.moves(one.cell())) {
                having.computeIfAbsent(move, absent -> new ArrayList<>()).add(one.name());
            }
        }
        int cells = chosen.cells().size();
        long days = having.keySet().stream().map(Move::at).distinct().count();
        boolean differ = having.values().stream().anyMatch(names -> names.size() < cells);
        boolean leaveOut = differ && days > DAYS_MAX;
        SortedMap<LocalDate, List<String>> moves = new TreeMap<>();
        having.forEach((move, names) -> {
            boolean isShared = names.size() == cells;
            if (!isShared || !leaveOut) {
                String whose = isShared ? "" : " (" + PlainNames.enumerated(names) + ")";
                moves.computeIfAbsent(move.at(), absent -> new ArrayList<>()).add(words(move) + whose);
            }
        });
        return new PolicyDates(moves, leaveOut);
    }

    private static String words(Move move) {
        String lever = PlainNames.ofInput(move.path());
        String value = Numbers.human(move.value());
        return switch (move.action()) {
            case SET -> lever + " to " + value;
            case SCALE -> lever + " times " + value;
            case RAMP -> lever + " to " + value + " by " + move.until();
        };
    }

    /** Places on an axis of years, where the dot of a year stands in its middle. */
    List<Levels.Mark> marks() {
        List<Levels.Mark> marks = new ArrayList<>();
        for (LocalDate day : moves.keySet()) {
            double year = day.getYear() + (day.getDayOfYear() - 1.0) / day.lengthOfYear();
            marks.add(new Levels.Mark(year - MIDDLE, Integer.toString(marks.size() + 1)));
        }
        return marks;
    }

    /** Moves of levers by date, a line for each number. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        moves.forEach((day, words) -> notes.add((notes.size() + 1) + ". " + day + ": " + String.join("; ", words)));
        return notes;
    }
}
