package dev.borderline.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bits of variates, written once by this code on JDK 17 and equal on 25, interpreted and compiled. That they are
 * right is shown elsewhere; here, that they never change without a new {@link RunKeys#SCHEME_VERSION}.
 */
class GoldenVariatesTest {
    private static final double[] UNIFORMS = {0x1p-53, 1e-9, .1, .3, .5, .8, 1 - 1e-6, 1 - 0x1p-53};

    private static final Map<String, DoubleUnaryOperator> SAMPLERS = Map.ofEntries(
            Map.entry("exponential", Inversion::exponential),
            Map.entry("normal", Inversion::normal),
            Map.entry("logNormal 30 0.8", u -> Inversion.logNormal(u, 30, .8)),
            Map.entry("gamma 0.1", QuantileTable.gamma(.1)::value),
            Map.entry("gamma 0.4", QuantileTable.gamma(.4)::value),
            Map.entry("gamma 10", QuantileTable.gamma(10)::value),
            Map.entry("gammaOfMeanOne 2.5", QuantileTable.gammaOfMeanOne(2.5)::value),
            Map.entry("beta 1 3", QuantileTable.beta(1, 3)::value),
            Map.entry("beta 0.5 7", QuantileTable.beta(.5, 7)::value),
            Map.entry("poisson 12", u -> Inversion.poisson(u, 12)),
            Map.entry("geometric 0.01", u -> Inversion.geometric(u, .01)),
            Map.entry("poissonTable 5000", DiscreteTable.poisson(5000)::value));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "exponential, 0x1.25e4f7b2737fap5, 0x1.4b927f32bffb8p4, 0x1.26bb1bbb55515p1, 0x1.34378fcbda721p0, 0x1.62e42fefa39efp-1, 0x1.c8ff7c79a9a2p-3, 0x1.0c6f82d74d23p-20, 0x1.0p-53",
        "normal, -0x1.06b48528cea51p3, -0x1.7fdc11f44b5a7p2, -0x1.4813c36e26d33p0, -0x1.0c7e39582c5fap-1, 0x0.0p0, 0x1.aee8fa73a1335p-1, 0x1.30381a97985f1p2, 0x1.06b48528cea51p3",
        "logNormal 30 0.8, 0x1.f583422f2cb2ap-6, 0x1.6fcfc2bbe53fap-3, 0x1.f41d96062ceaep2, 0x1.ca3fc3902d362p3, 0x1.5c8d3194b9a11p4, 0x1.55b370ce89ca4p5, 0x1.e83b429c045a3p9, 0x1.e47ca5b64f934p13",
        "gamma 0.1, 0x1.36f0a8d4b6d28p-531, 0x1.3cb2ac4b4fde7p-300, 0x1.0b18703479263p-34, 0x1.e150f56b47273p-19, 0x1.371b9b196202fp-11, 0x1.1c3890ecfa299p-4, 0x1.2e9ff736b316p3, 0x1.f5b1259e6a417p4",
        "gamma 0.4, 0x1.0c76ea8a4a70ap-133, 0x1.c593db3f2a4a2p-76, 0x1.33df3ddd79d49p-9, 0x1.338b0acecc406p-5, 0x1.291eba8dc8b9fp-3, 0x1.4a8848cdae484p-1, 0x1.702ffc060611dp3, 0x1.0e7c01061804fp5",
        "gamma 10, 0x1.dbd74cd7daa2dp-4, 0x1.344b0481a839ap-1, 0x1.8e29daca90bf6p2, 0x1.0440f2badc7a5p3, 0x1.35661c3111bdbp3, 0x1.90999f8358bb1p3, 0x1.05aec70257c6ep5, 0x1.e8d5ca8350d3ap5",
        "gammaOfMeanOne 2.5, 0x1.203d7c6a0731fp-22, 0x1.54b2ed90e3bc6p-13, 0x1.49ca83f07e6eap-2, 0x1.3330cab091913p-1, 0x1.bd96eb043d904p-1, 0x1.75360002d0f85p0, 0x1.cb5e6927fb015p2, 0x1.0d6c920644e12p4",
        "beta 1 3, 0x1.55555556a8068p-55, 0x1.6e80fe0549431p-32, 0x1.1ab6018f79fcbp-5, 0x1.cb252c6862d2dp-4, 0x1.a68056b0a4718p-3, 0x1.a9294240f20c2p-2, 0x1.fae147ae13d48p-1, 0x1.ffff5ebae8339p-1",
        "beta 0.5 7, 0x1.dc43fd21c6db8p-110, 0x1.128c64f10f8f6p-63, 0x1.323c9df656de8p-10, 0x1.66264e2bde1e2p-7, 0x1.0f40a0797c2dp-5, 0x1.d4b93c78147cep-4, 0x1.a816918e39407p-1, 0x1.fca2d611b9c83p-1",
        "poisson 12, 0x0.0p0, 0x0.0p0, 0x1.0p3, 0x1.4p3, 0x1.8p3, 0x1.ep3, 0x1.0p5, 0x1.98p5",
        "geometric 0.01, 0x0.0p0, 0x0.0p0, 0x1.4p3, 0x1.18p5, 0x1.1p6, 0x1.4p7, 0x1.578p10, 0x1.c8ep11",
        "poissonTable 5000, 0x1.14fp12, 0x1.1e6p12, 0x1.32dp12, 0x1.363p12, 0x1.388p12, 0x1.3c3p12, 0x1.4dcp12, 0x1.5c6p12"
    })
    void variates_ofFixedUniforms_haveFrozenBits(ArgumentsAccessor row) {
        DoubleUnaryOperator sampler = Objects.requireNonNull(SAMPLERS.get(row.getString(0)));
        for (int i = 0; i < UNIFORMS.length; i++) {
            double golden = Double.parseDouble(row.getString(i + 1));
            assertEquals(golden, sampler.applyAsDouble(UNIFORMS[i]), "at u = " + UNIFORMS[i]);
        }
    }

    @Test
    void draws_ofFixedAddresses_haveFrozenBits() {
        Draws draws = Draws.of(RunKeys.runKey(1, 42, 0), "detection.located", SubjectKind.HOUSEHOLD);
        assertEquals(0x1.921fe670c7babp-1, draws.uniform(1, 0));
        assertEquals(0x1.4d14879966c14p-3, draws.uniform(1L << 40, -5, 200));
        assertEquals(0x1.4f1972ba985f2p-4, draws.exponential(7, 3));
        assertEquals(-0x1.27cdf14e1f15dp0, draws.normal(7, 3, 1));
    }

    @Test
    void variates_ofAHundredThousandDraws_haveAFrozenFingerprint() {
        Draws draws = Draws.of(RunKeys.runKey(1, 42, 0), "detection.located", SubjectKind.HOUSEHOLD);
        Collection<DoubleUnaryOperator> inFixedOrder = new TreeMap<>(SAMPLERS).values();
        long fingerprint = 0;
        for (int i = 0; i < 100_000; i++) {
            double u = draws.uniform(i, 0);
            for (DoubleUnaryOperator sampler : inFixedOrder) {
                long bits = Double.doubleToLongBits(sampler.applyAsDouble(u));
                fingerprint = Mix64.combine(fingerprint, bits);
            }
        }
        assertEquals(0x76a2f7655ef6730eL, fingerprint);
    }
}
