package dev.borderline.figure;

import dev.borderline.figure.Svg.Spot;

/** The course of a line, as the {@code d} of a path. Mutable; one owner. */
final class Outline {
    private final StringBuilder text = new StringBuilder();

    Outline move(Spot to) {
        return step('M', to);
    }

    Outline line(Spot to) {
        return step('L', to);
    }

    /** A curve that leaves and arrives horizontally. */
    Outline swing(Spot from, Spot to) {
        double middle = (from.x() + to.x()) / 2;
        text.append('C').append(pair(new Spot(middle, from.y()))).append(' ');
        text.append(pair(new Spot(middle, to.y()))).append(' ').append(pair(to));
        return this;
    }

    Outline close() {
        text.append('Z');
        return this;
    }

    boolean isEmpty() {
        return text.length() == 0;
    }

    private Outline step(char command, Spot to) {
        text.append(command).append(pair(to));
        return this;
    }

    private static String pair(Spot spot) {
        return Svg.number(spot.x()) + " " + Svg.number(spot.y());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
