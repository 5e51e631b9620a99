package dev.borderline.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stories of households sought by their fate: the three sentences, what is never left out, members, the page. */
class PlainStoryTest {
    private static final String WATCHED = """
            levers:
              surveillance:
                coverage: 0.6
            """;

    @TempDir
    private Path folder = Path.of("");

    private String base() {
        return Small.scenario(folder, "").toString();
    }

    private String watched() {
        return Small.write(
                        folder.resolve("watched.yaml"),
                        Small.SCENARIO.replace("name: small", "name: watched") + WATCHED)
                .toString();
    }

    private static JsonNode json(String... words) {
        Ran ran = Ran.command(words);
        assertThat(ran.code()).as(ran.err()).isZero();
        return JsonMapper.shared().readTree(ran.out());
    }

    private JsonNode sought(String fate, String... more) {
        List<String> words = new ArrayList<>(List.of("explain", base(), watched(), "--with-fate", fate, "--json"));
        words.addAll(List.of(more));
        return json(words.toArray(new String[0]));
    }

    private static List<String> events(JsonNode story, int side, boolean mattering) {
        return StreamSupport.stream(story.at("/sides/" + side + "/events").spliterator(), false)
                .filter(event -> !mattering || event.get("matters").asBoolean())
                .map(event ->
                        event.get("date").asString() + " " + event.get("story").asString())
                .toList();
    }

    private static long count(JsonNode story, int side, String words) {
        return events(story, side, false).stream()
                .filter(event -> event.contains(words))
                .count();
    }

    @Test
    void arrestInOneWorld_isToldInThreeSentences() {
        JsonNode story = sought("taken only in watched");
        JsonNode summary = story.get("summary");

        assertThat(story.at("/sought/fate").asString()).isEqualTo("taken only in B");
        assertThat(summary.size()).isEqualTo(3);
        assertThat(summary.get(0).asString())
                .startsWith("Household " + story.get("household").asLong() + " lives ")
                .contains(" fifth and earns ");
        assertThat(summary.get(1).asString())
                .startsWith("In small it reaches the relatives abroad ")
                .contains("and nobody is taken; in watched it reaches the relatives abroad ")
                .contains("its caller is taken ");
        assertThat(summary.get(2).asString())
                .startsWith("What made the difference is the share of air time that is listened to"
                        + " (levers.surveillance.coverage is 0.03 in small, 0.6 in watched): on ");
        assertThat(count(story, 0, "is taken")).isZero();
        assertThat(count(story, 1, "is taken")).isPositive();
    }

    /** Every fate, checked against the diaries of the household that was found. */
    @ParameterizedTest
    @CsvSource({
        "lost contact, contact is made, 1",
        "fewer contacts in B, contact is made, 1",
        "taken only in B, is taken, -1",
        "bribe paid only in B, pays , -1"
    })
    void fateSought_isTheFateOfWhomIsFound(String fate, String words, int sign) {
        JsonNode story = sought(fate);
        assertThat(Long.signum(count(story, 0, words) - count(story, 1, words))).isEqualTo(sign);
        assertThat(story.at("/sought/households").get(0)).isEqualTo(story.get("household"));
    }

    @Test
    void fifth_narrowsTheSearch() {
        JsonNode all = sought("fewer contacts in B");
        long found = 0;
        long among = 0;
        for (int fifth = 1; fifth <= 5; fifth++) {
            JsonNode some = sought("fewer contacts in B", "--fifth", Integer.toString(fifth));
            found += some.at("/sought/households").size();
            among += some.at("/sought/among").asLong();
        }
        assertThat(found).isEqualTo(all.at("/sought/households").size()).isPositive();
        assertThat(among).isEqualTo(all.at("/sought/among").asLong());
    }

    @Test
    void fateThatIsNone_isAnsweredWithTheNearestAndAll() {
        Ran near = Ran.command("explain", base(), watched(), "--with-fate", "hold only in B");
        Ran fifth = Ran.command("explain", base(), watched(), "--with-fate", "lost contact", "--fifth", "6");
        Ran alone = Ran.command("explain", base(), "--with-fate", "lost contact");
        Ran both = Ran.command("explain", base(), watched(), "--with-fate", "lost contact", "--household", "1");

        assertThat(List.of(near, fifth, alone, both)).allSatisfy(ran -> {
            assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(ran.errLines()).hasSize(1);
        });
        assertThat(near.err()).contains("nearest is 'held only in B'; there are held only in A, ", "there only in B");
        assertThat(fifth.err()).contains("--fifth is 6; it must be 1 to 5");
    }

    /** Arrests, bribes, sentences and releases stand in the text without --full, whatever else is left out. */
    @Test
    void whatMatters_isNeverLeftOut() {
        JsonNode story = sought("held longer in B");
        Ran text = Ran.command(
                "explain",
                base(),
                watched(),
                "--household",
                story.get("household").asString());
        String told = text.out().replaceAll("\\s+", " ");
        List<String> weighty = new ArrayList<>(events(story, 0, true));
        weighty.addAll(events(story, 1, true));

        assertThat(weighty).anyMatch(event -> event.contains("is taken"));
        assertThat(told).contains("everyday events").contains(weighty);
    }

    /** The same world twice differs in no member; where nothing connects, in every member with a contact. */
    @Test
    void overMembers_countsThoseInWhichTheFateDiffers() {
        String[] jammed = {"explain", base(), base(), "--set", "small-2:levers.jamming.failure_probability=1"};
        JsonNode found = json(concat(jammed, "--with-fate", "lost contact", "--json"));
        for (JsonNode household : found.at("/sought/households")) {
            String[] over = {"--household", household.asString(), "--ensemble", "prior", "--members", "8"};
            JsonNode other = json(concat(concat(jammed, over), "--json"));
            int differing = other.at("/members/different").asInt();
            if (differing > 0) {
                JsonNode same = json(concat(new String[] {"explain", base(), base(), "--json"}, over));
                assertThat(same.at("/members/members").asInt()).isEqualTo(8);
                assertThat(same.at("/members/there").asInt()).isBetween(1, 8);
                assertThat(same.at("/members/different").asInt()).isZero();
                assertThat(Ran.command(concat(jammed, over)).out().replaceAll("\\s+", " "))
                        .contains("Its fate differs in " + differing + " of the "
                                + other.at("/members/there").asInt()
                                + " members, of 8, in which it is there");
                return;
            }
        }
        fail("no fate of a household that lost contact differs in any member");
    }

    private static String[] concat(String[] first, String... rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(rest));
        return all.toArray(new String[0]);
    }

    @Test
    void page_hasTwoLanesAndNothingFromOutside() throws IOException {
        Path file = folder.resolve("story.html");
        JsonNode story = sought("taken only in B", "--html", file.toString());
        String page = Files.readString(file);

        assertThat(page)
                .doesNotContain("<script", "http:", "https:", "@import")
                .contains("default-src &#39;none&#39;", "<details class=\"draws\">")
                .contains("class=\"lane-1 ", "class=\"lane-2 weighty")
                .containsOnlyOnce("<h1>");
        assertThat(page.split(Pattern.quote("the first event that comes out otherwise"), -1).length)
                .isBetween(2, 3); // once in each lane that goes on
        assertThat(page.replace("&#34;", "\"").replace("&#39;", "'"))
                .contains(story.at("/summary/0").asString())
                .contains("--household " + story.get("household").asString());
        assertThat(Ran.command("explain", base(), "--household", "1", "--html", file.toString())
                        .code())
                .isEqualTo(ExitCodes.BAD_INPUT);
    }
}
