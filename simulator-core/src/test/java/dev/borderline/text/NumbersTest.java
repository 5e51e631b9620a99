package dev.borderline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "7, 7",
        "-42, -42",
        "1e15, 1000000000000000",
        "9007199254740992, 9007199254740992",
        "1e18, 1E+18",
        "2e23, 2E+23",
        "1e300, 1E+300",
        "0.1, 0.1",
        "-0.25, -0.25",
        "3.14159265358979, 3.14159265359",
        "123456.7890125, 123456.789012",
        "0.0000001, 0.0000001",
        "0.00000001, 1E-8",
        "1.23456789e-9, 1.23456789E-9",
        "4.9e-324, 4.94065645841E-324",
        "1.7976931348623157e308, 1.79769313486E+308",
        "999999999999.9, 1000000000000",
        "1234567890123.5, 1234567890120"
    })
    void file_number_isWrittenCanonically(double value, String text) {
        assertEquals(text, Numbers.file(value));
        assertEquals(text, Numbers.fileOrEmpty(value));
    }

    @Test
    void summary_number_hasNineDigits() {
        assertEquals("3.14159265", Numbers.summary(Math.PI));
        assertEquals("12345678901", Numbers.summary(12345678901.0));
        assertEquals("0.333333333", Numbers.summaryOrEmpty(1 / 3.0));
    }

    @Test
    void orEmpty_notANumber_isEmpty() {
        assertEquals("", Numbers.fileOrEmpty(Double.NaN));
        assertEquals("", Numbers.summaryOrEmpty(Double.NaN));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void file_notFinite_isRefused(double value) {
        assertThrows(IllegalArgumentException.class, () -> Numbers.file(value));
        assertThrows(IllegalArgumentException.class, () -> Numbers.summary(value));
        if (!Double.isNaN(value)) {
            assertThrows(IllegalArgumentException.class, () -> Numbers.fileOrEmpty(value));
        }
    }

    /**
     * Random bit patterns: reading back is within half a unit of the twelfth digit, and writing again changes nothing.
     */
    @Test
    void file_anyFiniteNumber_readsBack() {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(1);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value) && Math.abs(value) >= Double.MIN_NORMAL) {
                String text = Numbers.file(value);
                double back = Double.parseDouble(text);
                assertTrue(Math.abs(back - value) <= 5.001e-12 * Math.abs(value), text);
                assertEquals(text, Numbers.file(back));
            }
        }
    }

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "12.3456, 12.35",
        "-1234.56, '-1,235'",
        "999.96, '1,000'",
        "1234567, '1,235,000'",
        "-123456, '-123,500'",
        "0.00012345, 0.0001234",
        "0.0000123456, 0.00001235",
        "1.23456e-7, 1.235E-7",
        "1e14, '100,000,000,000,000'",
        "1e15, 1E+15",
        "NaN, n/a",
        "Infinity, inf",
        "-Infinity, -inf"
    })
    void human_number_isShortAndGrouped(double value, String text) {
        assertEquals(text, Numbers.human(value));
    }

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource({"0, 0", "999, 999", "-999, -999", "1000, '1,000'", "-1234567, '-1,234,567'"})
    void human_count_isInFull(long value, String text) {
        assertEquals(text, Numbers.human(value));
    }

    @Test
    void texts_otherLocale_areTheSame() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertEquals("1234.5", Numbers.file(1234.5));
            assertEquals("1,234", Numbers.human(1234.4));
        } finally {
            Locale.setDefault(before);
        }
    }
}
