package dev.borderline.cli.analyze;

import dev.borderline.analysis.Study;
import dev.borderline.analysis.discovery.Question;
import dev.borderline.figure.Plain;
import dev.borderline.measure.Measure;

/** A question in words. */
final class QuestionWords {
    private QuestionWords() {}

    /** Such as {@code contact_share of as-is is below 40 %}. */
    static String of(Question question, Study study, Measure measure) {
        String arm = study.arms().get(question.arm());
        Integer against = question.against();
        String what = against == null
                ? measure.name() + " of " + arm
                : "what " + arm + " adds to " + measure.name() + " of "
                        + study.arms().get(against);
        Double threshold = question.threshold();
        return threshold == null
                ? what
                : what + " is " + (question.above() ? "above " : "below ")
                        + Plain.of(measure.unit()).withUnit(threshold);
    }
}
