package dev.borderline.figure;

/**
 * One drawing of a figure.
 *
 * @param title what it shows, for a reader who cannot see it
 * @param width in pixels of its own
 * @param height in pixels of its own
 * @param body elements of SVG
 */
public record Panel(String title, double width, double height, String body) {
    /** The drawing for a page that has the figures' style sheet. */
    public String inPage() {
        return "<svg class=\"panel\" role=\"group\" viewBox=\"0 0 " + Svg.number(width) + " " + Svg.number(height)
                + "\" aria-label=\"" + Svg.escaped(title) + "\">\n" + body + "</svg>\n";
    }

    /** The drawing as a part of a larger one. */
    String at(double x, double y) {
        return "<g transform=\"translate(" + Svg.number(x) + " " + Svg.number(y) + ")\" role=\"group\" aria-label=\""
                + Svg.escaped(title) + "\">\n" + body + "</g>\n";
    }
}
