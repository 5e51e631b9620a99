package dev.borderline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import dev.borderline.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The writer against Jackson as the reader. */
class JsonWriterTest {
    private static final JsonMapper JACKSON = JsonMapper.builder().build();

    @Test
    void compact_everyKindOfValue_isCanonical() {
        assertThat(sample(JsonWriter.compact()))
                .isEqualTo("{\"name\":\"a\\\"b\",\"n\":-7,\"x\":0.1,\"s\":0.333333333,\"on\":true,\"none\":null,"
                        + "\"empty\":{},\"list\":[1,[],{\"k\":2.5}]}");
    }

    /** JavaScript, jq and R read 9007199254740993 as 9007199254740992. */
    @ParameterizedTest
    @ValueSource(longs = {0, -7, 9_007_199_254_740_991L, 9_007_199_254_740_993L, Long.MAX_VALUE, Long.MIN_VALUE})
    void wholeNumber_ofAnySize_isReadBackByReadersOfDoubles(long value) {
        JsonNode read = JACKSON.readTree(JsonWriter.compact().value(value).finish());

        assertThat(
                        read.isString()
                                ? read.stringValue()
                                : BigDecimal.valueOf(read.doubleValue())
                                        .toBigInteger()
                                        .toString())
                .isEqualTo(Long.toString(value));
    }

    /** Manifests are written as JSON and read as YAML, which takes fewer characters as they are. */
    @Test
    void string_ofEveryCharacter_isReadBackAsJsonAndAsYaml() {
        StringBuilder every = new StringBuilder(Character.toString(0x1F600));
        for (char character = 0; character < Character.MAX_VALUE; character++) {
            every.append(Character.isSurrogate(character) ? "" : String.valueOf(character));
        }
        String written = JsonWriter.compact()
                .value(every.append(Character.MAX_VALUE).toString())
                .finish();

        assertThat(JACKSON.readTree(written).stringValue()).isEqualTo(every.toString());
        YamlNode read = YamlNode.read(new SourceText("every.json", written), YamlLimits.MACHINE_WRITTEN);
        assertThat(((YamlNode.Scalar) read).text()).isEqualTo(every.toString());
    }

    @Test
    void indented_everyKindOfValue_isALineAMember() {
        assertThat(sample(JsonWriter.indented())).isEqualTo("""
                        {
                          "name": "a\\"b",
                          "n": -7,
                          "x": 0.1,
                          "s": 0.333333333,
                          "on": true,
                          "none": null,
                          "empty": {},
                          "list": [
                            1,
                            [],
                            {
                              "k": 2.5
                            }
                          ]
                        }""");
    }

    @Test
    void layouts_readByJackson_areTheSameTree() {
        JsonNode compact = JACKSON.readTree(sample(JsonWriter.compact()));
        assertThat(JACKSON.readTree(sample(JsonWriter.indented()))).isEqualTo(compact);
        assertThat(JACKSON.readTree(sample(JsonWriter.forHtml()))).isEqualTo(compact);
        assertThat(JACKSON.writeValueAsString(compact)).isEqualTo(sample(JsonWriter.compact()));
    }

    @Test
    void string_everyCharacter_readsBack() {
        for (int start = 0; start <= Character.MAX_VALUE; start += 64) {
            StringBuilder text = new StringBuilder();
            for (int c = start; c < start + 64; c++) {
                if (!Character.isSurrogate((char) c)) {
                    text.append((char) c);
                }
            }
            assertReadsBack(text.toString());
        }
        assertReadsBack("pair \uD83D\uDE00");
    }

    @Test
    void string_randomUnits_readsBack() {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(9);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                text.appendCodePoint(random.nextInt(random.nextBoolean() ? 128 : 0xD800));
                text.appendCodePoint(random.nextInt(0xE000, 0x110000));
            }
            assertReadsBack(text.toString());
        }
    }

    @Test
    void string_loneSurrogate_isRefused() {
        for (String text :
                new String[] {"a\uD83D", "\uD83Dx", "x\uDE00", "\uDE00", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"}) {
            assertThatThrownBy(() -> JsonWriter.compact().value(text)).hasMessageContaining("surrogate");
        }
        assertThat(JsonWriter.compact().value("\uD83D\uDE00").finish()).isEqualTo("\"\uD83D\uDE00\"");
    }

    @Test
    void forHtml_endOfScript_cannotEndTheElement() {
        String text = JsonWriter.forHtml()
                .beginObject()
                .key("<")
                .value("</script>")
                .endObject()
                .finish();
        assertThat(text).doesNotContain("<").isEqualTo("{\"\\u003c\":\"\\u003c/script>\"}");
    }

    @Test
    void number_randomDoubles_areReadByJacksonAsWritten() {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(3);
        for (int i = 0; i < 2000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = JsonWriter.compact().value(value).finish();
                assertThat(JACKSON.readTree(text).doubleValue()).isEqualTo(Double.parseDouble(text));
            }
        }
    }

    @Test
    void misuse_isRefused() {
        refused(w -> w.beginObject().value(1));
        refused(w -> w.beginObject().key("a").key("b"));
        refused(w -> w.beginObject().key("a").endObject());
        refused(w -> w.beginObject().key("a").value(1).key("a"));
        refused(w -> w.beginArray().key("a"));
        refused(w -> w.key("a"));
        refused(w -> w.value(1).value(2));
        refused(w -> w.beginArray().endArray().beginArray());
        refused(w -> w.beginArray().endObject());
        refused(w -> w.beginObject().endArray());
        refused(w -> w.endArray());
        refused(w -> w.value(Double.NaN));
        refused(w -> w.beginArray().finish());
        refused(JsonWriter::finish);
    }

    @Test
    void drain_inPieces_isTheSameDocument() {
        JsonWriter whole = JsonWriter.indented();
        JsonWriter drained = JsonWriter.indented();
        StringBuilder pieces = new StringBuilder();
        whole.beginObject().key("a").beginObject();
        drained.beginObject().key("a").beginObject();
        for (int i = 2; i < 9; i += 3) {
            whole.key(Integer.toString(i)).value(i);
            drained.key(i).value(i);
            pieces.append(drained.drain());
        }
        assertThat(pieces + drained.endObject().endObject().finish())
                .isEqualTo(whole.endObject().endObject().finish());
        assertThatThrownBy(() -> drained.value(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void numberedKeys_outOfOrderOrMixed_areRefused() {
        refused(json -> json.beginObject().key(3).value(1).key(3));
        refused(json -> json.beginObject().key(3).value(1).key(2));
        refused(json -> json.beginObject().key(3).value(1).key("4"));
        refused(json -> json.beginObject().key("3").value(1).key(4));
        refused(json -> json.beginArray().key(3));
    }

    private static void refused(Consumer<JsonWriter> misuse) {
        assertThatThrownBy(() -> misuse.accept(JsonWriter.compact()))
                .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class);
    }

    private static void assertReadsBack(String text) {
        for (JsonWriter writer : new JsonWriter[] {JsonWriter.compact(), JsonWriter.forHtml()}) {
            String json = writer.beginObject().key(text).value(text).endObject().finish();
            JsonNode tree = JACKSON.readTree(json);
            assertThat(tree.propertyNames()).containsExactly(text);
            assertThat(tree.get(text).stringValue()).isEqualTo(text);
        }
    }

    private static String sample(JsonWriter writer) {
        writer.beginObject()
                .key("name")
                .value("a\"b")
                .key("n")
                .value(-7)
                .key("x")
                .value(.1);
        writer.key("s").summaryValue(1 / 3.0).key("on").value(true).key("none").nullValue();
        writer.key("empty").beginObject().endObject();
        writer.key("list").beginArray().value(1L).beginArray().endArray();
        writer.beginObject().key("k").value(2.5).endObject().endArray();
        return writer.endObject().finish();
    }
}
