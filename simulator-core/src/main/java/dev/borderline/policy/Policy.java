package dev.borderline.policy;

import java.util.List;

/**
 * A named list of moves.
 *
 * @param name as reports call it
 * @param moves in the order in which those of one day apply
 */
public record Policy(String name, List<Move> moves) {
    public Policy {
        moves = List.copyOf(moves);
    }

    /** A policy of exactly these moves. */
    public static Policy of(String name, Move... moves) {
        return new Policy(name, List.of(moves));
    }
}
