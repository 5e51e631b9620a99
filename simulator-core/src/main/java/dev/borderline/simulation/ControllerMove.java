package dev.borderline.simulation;

import java.time.LocalDate;

/**
 * A lever moved by a controller.
 *
 * @param date from whose midnight it holds
 * @param controller who moved it
 * @param lever its name, for example {@code surveillance.coverage}
 * @param from value before
 * @param to value from then on
 */
public record ControllerMove(LocalDate date, String controller, String lever, double from, double to) {}
