package dev.borderline.cli.explain;

import dev.borderline.experiment.explain.Explanation;
import dev.borderline.experiment.explain.Explanation.FirstDifference;
import dev.borderline.experiment.explain.World;
import dev.borderline.observe.Diary;
import dev.borderline.observe.Hearing;
import dev.borderline.observe.Step;
import dev.borderline.observe.Story;
import dev.borderline.text.JsonWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The story of a household as a JSON object. */
final class ExplanationJson {
    private final JsonWriter json = JsonWriter.indented();

    private ExplanationJson() {}

    static String of(Worlds.Chosen chosen, Telling telling) {
        Explanation explanation = telling.story();
        ExplanationJson text = new ExplanationJson();
        text.head(chosen, explanation.one().id(), explanation.sentences());
        text.found(telling.choice().found());
        telling.members().ifPresent(text::members);
        text.json.key("sides").beginArray();
        text.side(chosen.sides().get(0), explanation.one());
        text.side(chosen.sides().get(1), explanation.other());
        text.json.endArray().key("parting");
        explanation.parting().ifPresentOrElse(text::parting, text.json::nullValue);
        return text.json.endObject().finish();
    }

    static String of(Worlds.Chosen chosen, Diary diary) {
        ExplanationJson text = new ExplanationJson();
        World side = chosen.sides().get(0);
        text.head(chosen, diary.id(), side.sentences(diary));
        if (diary.begun() > 0) {
            text.json.key("from").value(StoryText.date(side, diary.begun()));
        }
        text.json.key("sides").beginArray();
        text.side(side, diary);
        return text.json.endArray().endObject().finish();
    }

    private void head(Worlds.Chosen chosen, long household, List<String> sentences) {
        json.beginObject().key("household").value(household);
        json.key("seed").value(chosen.key().seed());
        json.key("replication").value(chosen.key().replication());
        json.key("summary").beginArray();
        sentences.forEach(json::value);
        json.endArray();
    }

    private void found(FateOptions.@Nullable Sought found) {
        if (found == null) {
            return;
        }
        json.key("sought").beginObject().key("fate").value(found.fate());
        json.key("fifth");
        if (found.fifth().isPresent()) {
            json.value(found.fifth().getAsInt() + 1);
        } else {
            json.nullValue();
        }
        json.key("among").value(found.found().among()).key("households").beginArray();
        found.found().households().forEach(json::value);
        json.endArray().endObject();
    }

    private void members(MemberFates counts) {
        json.key("members").beginObject().key("members").value(counts.members());
        json.key("there").value(counts.there());
        json.key("different").value(counts.different());
        json.key("held_only_in_one").value(counts.heldOnlyInOne());
        json.key("held_only_in_other").value(counts.heldOnlyInOther());
        json.endObject();
    }

    private void side(World side, Diary diary) {
        json.beginObject().key("name").value(side.name());
        json.key("events").beginArray();
        diary.steps().forEach(step -> step(side, step));
        json.endArray().endObject();
    }

    private void step(World side, Step step) {
        json.beginObject().key("date").value(StoryText.date(side, step));
        json.key("kind").value(step.kind());
        json.key("story").value(Story.of(step));
        json.key("tells").value(Story.tells(step));
        json.key("matters").value(Story.matters(step));
        json.key("draws").beginArray();
        step.draws().forEach(this::draw);
        json.endArray().key("figures").beginObject();
        step.figures()
                .map(Hearing.Figure::name)
                .distinct()
                .forEach(name -> number(name, step.figure(name).orElse(Double.NaN)));
        json.endObject().endObject();
    }

    private void draw(Hearing.Draw draw) {
        json.beginObject().key("purpose").value(draw.purpose());
        json.key("uniform").value(draw.uniform());
        json.key("probability").value(draw.probability());
        json.key("yes").value(draw.yes()).endObject();
    }

    private void parting(FirstDifference parting) {
        json.beginObject().key("event").value(parting.index());
        json.key("draws").beginArray();
        for (FirstDifference.DrawPair pair : parting.draws()) {
            json.beginObject().key("purpose").value(pair.one().purpose());
            json.key("uniform").value(pair.one().uniform());
            json.key("one").value(pair.one().probability());
            json.key("other").value(pair.other().probability());
            json.key("decides").value(pair.decides()).endObject();
        }
        json.endArray().key("figures").beginArray();
        for (FirstDifference.FigurePair pair : parting.figures()) {
            json.beginObject().key("name").value(pair.name());
            number("one", pair.one());
            number("other", pair.other());
            json.endObject();
        }
        json.endArray().key("causes").beginArray();
        parting.causes().forEach(this::cause);
        json.endArray().endObject();
    }

    private void cause(FirstDifference.Cause cause) {
        json.beginObject().key("path").value(cause.path());
        json.key("one").value(cause.one());
        json.key("other").value(cause.other());
        json.key("part").value(cause.part().name().toLowerCase(Locale.ROOT));
        json.key("lines").beginArray();
        for (FirstDifference.TextLine line : cause.lines()) {
            json.beginObject().key("side").value(line.side());
            json.key("text").value(line.text());
            json.key("file").value(line.mark().file());
            json.key("line").value(line.mark().line()).endObject();
        }
        json.endArray().endObject();
    }

    private void number(String key, double value) {
        json.key(key);
        if (Double.isFinite(value)) {
            json.value(value);
        } else {
            json.nullValue();
        }
    }
}
