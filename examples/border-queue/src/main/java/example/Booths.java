package example;

import dev.borderline.stat.Interval;
import dev.borderline.stat.PairedTally;

/** Effect of a fourth booth on trucks at a border. */
public class Booths {
    private static final int REPLICATIONS = 20;
    private static final int DAYS = 220;

    public static void main(String[] args) {
        BorderQueue.Params three = new BorderQueue.Params(3, 0.25, 0.7, 2);
        BorderQueue.Params four = new BorderQueue.Params(4, 0.25, 0.7, 2);
        // snippet: comparison
        PairedTally waiting = new PairedTally();
        PairedTally gaveUp = new PairedTally();
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            BorderQueue.Counts few = new BorderQueue(three, 42, replication).run(DAYS);
            BorderQueue.Counts many = new BorderQueue(four, 42, replication).run(DAYS);
            waiting.add(few.meanWaiting(), many.meanWaiting());
            gaveUp.add(few.gaveUpShare(), many.gaveUpShare());
        }
        // end
        print("trucks that wait", waiting, new ErlangA(three).meanWaiting(), new ErlangA(four).meanWaiting());
        print("share that turns back", gaveUp, new ErlangA(three).gaveUpShare(), new ErlangA(four).gaveUpShare());
    }

    private static void print(String what, PairedTally pairs, double exactOfBase, double exactOfOther) {
        Interval interval = pairs.interval(0.95);
        System.out.printf(
                "%s: %.3f with three booths (exactly %.3f), %.3f with four (exactly %.3f); difference %.3f to %.3f%n",
                what, pairs.baseMean(), exactOfBase, pairs.otherMean(), exactOfOther, interval.low(), interval.high());
    }
}
