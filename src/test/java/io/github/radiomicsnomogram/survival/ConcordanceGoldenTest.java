package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.number;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Concordance equals R's concordance(Surv(time, event) ~ marker, reverse = TRUE, timewt = ...) . */
class ConcordanceGoldenTest {

	/** Counts and products of probabilities in another order. */
	private static final double ROUNDING = 1e-11;

	private static final List<String> SIGNATURE_MODEL = List.of("sig", "ki67_surgery", "aln_positive");

	@ParameterizedTest
	@ValueSource(strings = { "train_lp", "train_sig", "validation_lp", "validation_sig", "gbsg_lp", "lung_age",
		"veteran_minus_karno" })
	void equalsConcordance(final String key) throws IOException {
		final JsonObject r = Golden.json("concordance").getAsJsonObject(key);
		final String data = key.substring(0, key.indexOf('_'));
		final Cohort cohort = data.equals("train") || data.equals("validation") ? Golden.cohort114(data) : Golden.data(data);
		final double[] marker = marker(key, cohort);
		final SurvivalTimes times = switch (data) {
			case "gbsg" -> new SurvivalTimes(cohort.numeric("rfstime"), cohort.flags("status"));
			case "lung", "veteran" -> new SurvivalTimes(cohort.numeric("time"), cohort.flags("status"));
			default -> new SurvivalTimes(cohort.numeric("dfs_months"), cohort.flags("dfs_event"));
		};
		final double all = Double.POSITIVE_INFINITY, ymax = number(r.get("ymax"));
		check(r, "harrell", Concordance.of(times, marker));
		check(r, "S", Concordance.of(times, marker, Concordance.TimeWeight.S, all));
		check(r, "S_over_G", Concordance.of(times, marker, Concordance.TimeWeight.S_OVER_G, all));
		check(r, "uno_n_over_G2", Concordance.of(times, marker, Concordance.TimeWeight.N_OVER_G2, all));
		check(r, "unweighted_I", Concordance.of(times, marker, Concordance.TimeWeight.I, all));
		check(r, "harrell_ymax", Concordance.of(times, marker, Concordance.TimeWeight.N, ymax));
		check(r, "uno_ymax", Concordance.of(times, marker, Concordance.TimeWeight.N_OVER_G2, ymax));
	}

	/** Linear predictors of the models that make_golden.R fits; they differ from R's by 1e-7, which moves no pair. */
	private static double[] marker(final String key, final Cohort cohort) {
		return switch (key) {
			case "train_lp", "validation_lp" -> {
				final CoxFit fit = CoxRegression.fit(ModelFrame.of(Golden.cohort114("train"), "dfs_months", "dfs_event",
					SIGNATURE_MODEL).data());
				final DesignMatrix x = ModelFrame.of(cohort, "dfs_months", "dfs_event", SIGNATURE_MODEL).data().covariates();
				yield IntStream.range(0, x.rows()).mapToDouble(i -> fit.linearPredictor(x.row(i))).toArray();
			}
			case "gbsg_lp" -> CoxRegression.fit(ModelFrame.of(cohort, "rfstime", "status", List.of("age", "meno", "size",
				"grade", "nodes", "pgr", "er", "hormon")).data()).linearPredictors();
			case "lung_age" -> cohort.numeric("age");
			case "veteran_minus_karno" -> Arrays.stream(cohort.numeric("karno")).map(v -> -v).toArray();
			default -> cohort.numeric("sig");
		};
	}

	private static void check(final JsonObject all, final String key, final Concordance c) {
		final JsonObject r = all.getAsJsonObject(key);
		final JsonObject counts = r.getAsJsonObject("counts");
		assertClose(number(r.get("c")), c.c(), ROUNDING, key + " c");
		assertClose(number(r.get("se")), c.standardError(), ROUNDING, key + " se");
		assertClose(number(counts.get("concordant")), c.concordant(), ROUNDING, key + " concordant");
		assertClose(number(counts.get("discordant")), c.discordant(), ROUNDING, key + " discordant");
		assertClose(number(counts.get("tied.x")), c.tiedMarker(), ROUNDING, key + " tied.x");
		assertClose(number(counts.get("tied.y")), c.tiedTime(), ROUNDING, key + " tied.y");
		assertClose(number(counts.get("tied.xy")), c.tiedBoth(), ROUNDING, key + " tied.xy");
	}

	@Test
	void countsAsTheDefinitionOfAPairDoes() {
		final Random random = new Random(5);
		for (int round = 0; round < 50; round++) {
			final int n = 2 + random.nextInt(40);
			final double[] t = random.ints(n, 1, 12).asDoubleStream().toArray();
			final double[] x = random.ints(n, 0, 6).asDoubleStream().toArray();
			final boolean[] e = new boolean[n];
			for (int i = 0; i < n; i++)
				e[i] = random.nextBoolean();
			double concordant = 0, discordant = 0, tied = 0;
			for (int i = 0; i < n; i++)
				for (int j = 0; j < n; j++)
					if (i != j && e[i] && (t[i] < t[j] || t[i] == t[j] && !e[j])) {
						if (x[i] > x[j]) concordant++;
						else if (x[i] < x[j]) discordant++;
						else tied++;
					}
			final Concordance c = Concordance.of(new SurvivalTimes(t, e), x);
			assertEquals(concordant, c.concordant(), 1e-9);
			assertEquals(discordant, c.discordant(), 1e-9);
			assertEquals(tied, c.tiedMarker(), 1e-9);
		}
	}
}
