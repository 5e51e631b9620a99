package dev.borderline.figure;

import dev.borderline.text.Numbers;

/**
 * The text of a drawing, element by element. Coordinates are rounded to a tenth. Colours, sizes and anchors stand in classes, so
 * that a page can show the same drawing in the dark and on paper. Mutable; one owner.
 */
final class Svg {
    private static final double TENTHS = 10;
    private static final double REACH = 9; // pixels around a mark that count as pointing at it

    private final StringBuilder text = new StringBuilder();

    /** A place in a drawing, or a length along both of its axes. */
    record Spot(double x, double y) {}

    /**
     * An upright rectangle.
     *
     * @param x left
     * @param y top
     * @param width to the right
     * @param height down
     */
    record Box(double x, double y, double width, double height) {}

    /** A coordinate as drawings write it. */
    static String number(double value) {
        return Numbers.file(StrictMath.rint(value * TENTHS) / TENTHS);
    }

    /** Text as it may stand in an element or attribute. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    Svg rectangle(String classes, Box box) {
        text.append("<rect class=\"").append(classes);
        attribute("\" x", box.x).attribute(" y", box.y);
        attribute(" width", box.width).attribute(" height", box.height);
        text.append("/>\n");
        return this;
    }

    Svg circle(String classes, Spot centre, double radius) {
        text.append("<circle class=\"").append(classes);
        attribute("\" cx", centre.x).attribute(" cy", centre.y).attribute(" r", radius);
        text.append("/>\n");
        return this;
    }

    Svg line(String classes, Spot from, Spot to) {
        return path(classes, new Outline().move(from).line(to));
    }

    Svg path(String classes, Outline outline) {
        text.append("<path class=\"")
                .append(classes)
                .append("\" d=\"")
                .append(outline)
                .append("\"/>\n");
        return this;
    }

    Svg text(String classes, Spot place, String words) {
        text.append("<text class=\"").append(classes);
        attribute("\" x", place.x).attribute(" y", place.y);
        text.append('>').append(escaped(words)).append("</text>\n");
        return this;
    }

    /** Words that run upwards. */
    Svg upright(String classes, Spot place, String words) {
        String at = number(place.x) + " " + number(place.y);
        text.append("<text class=\"")
                .append(classes)
                .append("\" transform=\"translate(")
                .append(at);
        text.append(") rotate(-90)\">").append(escaped(words)).append("</text>\n");
        return this;
    }

    /** A heading, and after it in softer ink what it is measured in. */
    Svg heading(Spot place, String words, String unit) {
        text.append("<text class=\"head");
        attribute("\" x", place.x).attribute(" y", place.y);
        text.append('>').append(escaped(words));
        text.append("<tspan class=\"unit\" dx=\"6\">").append(escaped(unit)).append("</tspan></text>\n");
        return this;
    }

    /** Begins the elements that show a number: what people point at, move to with the keyboard, and hear read out. */
    Svg beginMark(Datum datum, Scale scale) {
        text.append("<g class=\"mark\" role=\"img\" aria-label=\"").append(escaped(datum.sentence(scale)));
        text.append('"').append(datum.attributes()).append(">\n");
        return this;
    }

    Svg end() {
        text.append("</g>\n");
        return this;
    }

    /** A dot that shows a number, with room around it to point at. */
    Svg dot(String classes, Spot place, double radius) {
        return circle("reach", place, REACH).circle(classes, place, radius);
    }

    private Svg attribute(String name, double value) {
        text.append(name).append("=\"").append(number(value)).append('"');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
