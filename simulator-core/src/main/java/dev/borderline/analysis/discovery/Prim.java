package dev.borderline.analysis.discovery;

import dev.borderline.analysis.Undetermined;
import dev.borderline.analysis.discovery.Box.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The patient rule induction method: finds boxes in the space of inputs in which most cases are of interest. Immutable.
 *
 * <p>J. H. Friedman, N. I. Fisher, "Bump hunting in high-dimensional data", Statistics and Computing 9 (1999) 123-143.
 * <em>Peeling</em> begins with the box of everything and takes away a thin slice, about a share {@code peel} of the cases inside,
 * at one end of one input, again and again, until the box holds no more than {@code minMass} of all cases or only cases of
 * interest. <em>Pasting</em> moves the ends of a box out again while that does not lower its density. <em>Covering</em> looks for
 * another box among the cases outside.
 *
 * <p>Which slice goes: the one with the greatest rise of density for each case lost, so that inputs with few values, whose slices
 * are thick, compete fairly with others (the "lenient" rule; J. H. Kwakkel, M. Jaxa-Rozen, "Improving scenario discovery for
 * handling heterogeneous uncertainties and multinomial classified outcomes", Environmental Modelling and Software 79 (2016)
 * 311-321). Where cases are few, many slices hold none of interest and are equal; of those the one goes whose slice of twice, then
 * four times the thickness would be better; then the first input's. Ends lie halfway between values. The defaults are those of the EMA Workbench.
 * The method makes no draw.
 */
public final class Prim {
    private static final int[] THICKER = {1, 2, 4};

    private final LabelledPoints cases;
    private final Settings settings;
    private final int[] members; // cases not taken by an earlier box
    private final double allOfInterest; // among all cases

    /**
     * Settings of the search for boxes.
     *
     * @param peel share of the cases inside that a slice takes, above 0, below 1
     * @param paste share that an extension adds
     * @param minMass least share of all cases in a box
     */
    public record Settings(double peel, double paste, double minMass) {
        /** 5 % each. */
        public static final Settings STANDARD = new Settings(0.05, 0.05, 0.05);

        public Settings {
            check("peel", peel);
            check("paste", paste);
            check("minMass", minMass);
        }

        private static void check(String name, double share) {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException(name + " is " + share + "; it must be above 0 and below 1");
            }
        }
    }

    private Prim(LabelledPoints cases, Settings settings, int[] members) {
        this.cases = cases;
        this.settings = settings;
        this.members = members;
        allOfInterest = cases.sum(everyOne(cases));
    }

    /**
     * Looks at cases whose response is 1 where they are of interest and 0 elsewhere.
     *
     * @throws Undetermined if all or none are of interest
     */
    public static Prim of(LabelledPoints cases, Settings settings) {
        if (!cases.isBinary()) {
            throw new IllegalArgumentException("a response is neither 0 nor 1");
        }
        Prim prim = new Prim(cases, settings, everyOne(cases));
        if (prim.allOfInterest == 0 || prim.allOfInterest == cases.size()) {
            throw new Undetermined((prim.allOfInterest == 0 ? "none" : "all") + " of " + cases.size()
                    + " cases are of interest: there is nothing to tell apart");
        }
        return prim;
    }

    private static int[] everyOne(LabelledPoints cases) {
        return IntStream.range(0, cases.size()).toArray();
    }

    /** The boxes of peeling, each inside the one before; the first is the box of everything. */
    public List<PrimBox> trajectory() {
        List<PrimBox> boxes = new ArrayList<>();
        Box box = Box.whole(cases.factors().size());
        int[] inside = members;
        while (true) {
            boxes.add(measured(box));
            double sum = cases.sum(inside);
            if (sum == 0 || sum == inside.length) {
                return boxes;
            }
            Box next = peeled(box, inside);
            int[] left = next.inside(cases, inside);
            if (left.length == inside.length) {
                return boxes;
            }
            box = next;
            inside = left;
        }
    }

    /** Of these boxes the one with the best balance of coverage and density; of equals the first. */
    public static PrimBox balanced(List<PrimBox> boxes) {
        return boxes.stream()
                .max(Comparator.comparingDouble(PrimBox::balance))
                .orElseThrow(() -> new IllegalArgumentException("there are no boxes"));
    }

    /** Of these boxes the first that is at least so dense; if none is, the densest, of equals the first. */
    public static PrimBox dense(List<PrimBox> boxes, double density) {
        return boxes.stream()
                .filter(box -> box.density() >= density)
                .findFirst()
                .orElseGet(() -> densest(boxes));
    }

    private static PrimBox densest(List<PrimBox> boxes) {
        PrimBox densest = boxes.get(0);
        for (PrimBox box : boxes) {
            densest = box.density() > densest.density() ? box : densest;
        }
        return densest;
    }

    /** A box without the restrictions that tell nothing: while one has a quasi-p above {@code limit}, the weakest goes. */
    public PrimBox simplified(PrimBox from, double limit) {
        return simplified(from, limit, 0);
    }

    /** As {@link #simplified(PrimBox, double)}, but no restriction goes without which the box would be less dense than this. */
    public PrimBox simplified(PrimBox from, double limit, double density) {
        PrimBox box = from;
        for (Optional<PrimBox> next = Optional.of(box); next.isPresent(); next = simpler(box, limit, density)) {
            box = next.get();
        }
        return box;
    }

    private Optional<PrimBox> simpler(PrimBox box, double limit, double density) {
        return box.restrictions().stream()
                .filter(one -> one.quasiP() > limit)
                .sorted(Comparator.comparingDouble(PrimBox.Restriction::quasiP).reversed())
                .map(one -> measured(box.box().without(new Side(cases.factors().indexOf(one.factor()), one.isLow()))))
                .filter(wider -> wider.density() >= density)
                .findFirst();
    }

    /** A box with its ends moved out as far as its density allows. */
    public PrimBox pasted(PrimBox from) {
        Box box = from.box();
        while (true) {
            Box next = extended(box);
            if (next.inside(cases, members).length == box.inside(cases, members).length) {
                return measured(box);
            }
            box = next;
        }
    }

    /** The same search among the cases outside a box; coverage and mass stay shares of all cases. */
    public Prim outside(PrimBox found) {
        int[] rest = IntStream.of(members)
                .filter(member -> !found.box().contains(cases, member))
                .toArray();
        return new Prim(cases, settings, rest);
    }

    /** Number of cases of interest among those looked at. */
    public int ofInterest() {
        return (int) cases.sum(members);
    }

    /** The box after the best slice; the same box if every slice would leave too few cases. */
    private Box peeled(Box box, int[] inside) {
        Box best = box;
        double[] bestScore = {Double.NEGATIVE_INFINITY};
        for (Side side : Side.all(cases.factors().size())) {
            Box smaller = box.with(side, Slices.end(cases, inside, side, settings.peel));
            int left = smaller.inside(cases, inside).length;
            if (left == inside.length || left < settings.minMass * cases.size()) {
                continue;
            }
            double[] score = score(box, inside, side);
            if (Arrays.compare(score, bestScore) > 0) {
                best = smaller;
                bestScore = score;
            }
        }
        return best;
    }

    /** Rise of density for each case lost with this slice, then with thicker ones on the same side. */
    private double[] score(Box box, int[] inside, Side side) {
        double density = cases.sum(inside) / inside.length;
        double[] score = new double[THICKER.length];
        for (int i = 0; i < score.length; i++) {
            double share = Math.min(1, THICKER[i] * settings.peel);
            int[] left = box.with(side, Slices.end(cases, inside, side, share)).inside(cases, inside);
            int lost = inside.length - left.length;
            score[i] = left.length == 0 ? Double.NEGATIVE_INFINITY : (cases.sum(left) / left.length - density) / lost;
        }
        return score;
    }

    /** The box after the best extension; the same box if every extension would lower the density. */
    private Box extended(Box box) {
        Box best = box;
        int[] inside = box.inside(cases, members);
        double bestDensity = cases.sum(inside) / inside.length;
        boolean found = false;
        for (Side side : Side.all(cases.factors().size())) {
            if (!box.restricts(side)) {
                continue;
            }
            int[] beyond = IntStream.of(box.without(side).inside(cases, members))
                    .filter(member -> !box.contains(cases, member))
                    .toArray();
            double share = settings.paste * inside.length / Math.max(1, beyond.length);
            Box wider = box.with(side, Slices.farEnd(cases, beyond, side, share));
            int[] more = wider.inside(cases, members);
            double density = cases.sum(more) / more.length;
            boolean better = found ? density > bestDensity : density >= bestDensity;
            if (more.length > inside.length && better) {
                best = wider;
                bestDensity = density;
                found = true;
            }
        }
        return best;
    }

    private PrimBox measured(Box box) {
        int[] inside = box.inside(cases, members);
        double sum = cases.sum(inside);
        return new PrimBox(
                box,
                inside.length,
                (int) sum,
                sum / allOfInterest,
                inside.length == 0 ? 0 : sum / inside.length,
                (double) inside.length / cases.size(),
                restrictions(box, inside.length, (int) sum));
    }

    private List<PrimBox.Restriction> restrictions(Box box, int size, int ofInterest) {
        List<PrimBox.Restriction> restrictions = new ArrayList<>();
        for (Side side : Side.all(cases.factors().size())) {
            if (box.restricts(side)) {
                String factor = cases.factors().get(side.factor());
                double quasiP = quasiP(box.without(side), size, ofInterest);
                restrictions.add(new PrimBox.Restriction(factor, side.isLow(), box.end(side), quasiP));
            }
        }
        return restrictions;
    }

    /** P(X at least {@code ofInterest}), X binomial with the density of the box without the restriction. */
    private double quasiP(Box without, int size, int ofInterest) {
        int[] inside = without.inside(cases, members);
        double density = cases.sum(inside) / inside.length;
        return BinomialDistribution.of(size, density).survivalProbability(ofInterest - 1);
    }
}
