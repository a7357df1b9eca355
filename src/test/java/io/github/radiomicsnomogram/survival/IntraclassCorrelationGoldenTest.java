package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.number;
import static io.github.radiomicsnomogram.survival.Golden.numbers;

import com.google.gson.JsonObject;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intraclass correlations equal the analysis of variance in R, and psych's ICC for Shrout and Fleiss's example. */
class IntraclassCorrelationGoldenTest {

	/** Quantiles of F by iteration. */
	private static final double QUANTILE = 1e-9;

	private static Map<String, Double> values(final IntraclassCorrelation c) {
		final Map<String, Double> v = new TreeMap<>();
		put(v, "icc11", c.oneWay());
		put(v, "icc21", c.agreement());
		put(v, "icc31", c.consistency());
		v.put("icc1k", c.oneWayMean());
		v.put("icc2k", c.agreementMean());
		v.put("icc3k", c.consistencyMean());
		v.put("F1", c.f1());
		v.put("p1", c.p1());
		v.put("F3", c.f3());
		v.put("p3", c.p3());
		v.put("MSR", c.meanSquares().subjects());
		v.put("MSC", c.meanSquares().raters());
		v.put("MSE", c.meanSquares().residual());
		v.put("MSW", c.meanSquares().within());
		return v;
	}

	private static void put(final Map<String, Double> v, final String key, final IntraclassCorrelation.Estimate e) {
		v.put(key, e.value());
		v.put(key + "_lo", e.lower());
		v.put(key + "_hi", e.upper());
	}

	@Test
	void shroutAndFleiss() throws IOException {
		final JsonObject r = Golden.json("icc");
		final double[][] x = IntStream.range(0, 6).mapToObj(i -> numbers(r.getAsJsonArray("shrout_fleiss_1979_data").get(i)))
			.toArray(double[][]::new);
		values(IntraclassCorrelation.of(x)).forEach((key, value) -> assertClose(number(r.getAsJsonObject("own").get(key)),
			value, QUANTILE, key));
	}

	/** psych's interval of the mean of k raters, in the order of its types. */
	@Test
	void intervalsOfMeans() throws IOException {
		final JsonObject r = Golden.json("icc"), psych = r.getAsJsonObject("psych_ICC");
		final double[][] x = IntStream.range(0, 6).mapToObj(i -> numbers(r.getAsJsonArray("shrout_fleiss_1979_data").get(i)))
			.toArray(double[][]::new);
		final IntraclassCorrelation c = IntraclassCorrelation.of(x);
		final List<IntraclassCorrelation.Estimate> all = List.of(c.oneWay(), c.agreement(), c.consistency(), c
			.oneWayMeanInterval(4), c.agreementMeanInterval(4), c.consistencyMeanInterval(4));
		for (int i = 0; i < 6; i++) {
			assertClose(numbers(psych.get("ICC"))[i], all.get(i).value(), QUANTILE, "ICC " + i);
			assertClose(numbers(psych.get("lower bound"))[i], all.get(i).lower(), QUANTILE, "lower " + i);
			assertClose(numbers(psych.get("upper bound"))[i], all.get(i).upper(), QUANTILE, "upper " + i);
		}
	}

	@ParameterizedTest
	@CsvSource({ "icc_intra_reader1,1,1,1,2", "icc_inter_session1,1,1,2,1" })
	void everyFeature(final String file, final int reader1, final int session1, final int reader2, final int session2) {
		final Cohort data = Golden.data("icc_repeated"), expected = new Cohort(Golden.expected(file));
		final List<String> features = expected.table().cells("feature");
		final double[] reader = data.numeric("reader"), session = data.numeric("session");
		final int[] first = IntStream.range(0, reader.length).filter(i -> reader[i] == reader1 && session[i] == session1)
			.toArray();
		final int[] second = IntStream.range(0, reader.length).filter(i -> reader[i] == reader2 && session[i] == session2)
			.toArray();
		for (int f = 0; f < features.size(); f++) {
			final double[] v = data.numeric(features.get(f));
			final double[][] x = IntStream.range(0, first.length).mapToObj(i -> new double[] { v[first[i]], v[second[i]] })
				.toArray(double[][]::new);
			final int row = f;
			values(IntraclassCorrelation.of(x)).forEach((key, value) -> assertClose(expected.numeric(key)[row], value, QUANTILE,
				features.get(row) + " " + key));
		}
	}

	@Test
	void perfectAndNone() throws IOException {
		final JsonObject r = Golden.json("icc");
		final double[][] same = IntStream.rangeClosed(1, 6).mapToObj(i -> new double[] { i, i }).toArray(double[][]::new);
		for (final String key : List.of("icc11", "icc11_lo", "icc21", "icc21_lo", "icc31", "icc31_hi", "icc3k"))
			assertClose(number(r.getAsJsonObject("perfect_agreement").get(key)), values(IntraclassCorrelation.of(same)).get(key),
				QUANTILE, "perfect " + key);
		final double[][] flat = IntStream.range(0, 6).mapToObj(i -> new double[] { 1, 1 }).toArray(double[][]::new);
		for (final String key : List.of("icc11", "icc21", "icc31", "icc1k", "F1"))
			assertClose(number(r.getAsJsonObject("zero_variance").get(key)), values(IntraclassCorrelation.of(flat)).get(key),
				QUANTILE, "flat " + key);
	}
}
