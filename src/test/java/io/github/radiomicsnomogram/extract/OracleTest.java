package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureFamily;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.feature.FeatureValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every feature of whole extractions against PyRadiomics 3.1.0, on data of this repository. Leaves the largest difference
 * of each family in target/accuracy.md. {@link ConformanceTest} does the same on patients' images that lie beside it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OracleTest {

	/** The same sums in another order differ by 1e-13 or so; 1e-9 leaves room for the longest of them. */
	private static final double RELATIVE = 1e-9;

	private static final Path REPORT = Path.of("target", "accuracy.md");

	private final Map<String, Double> worst = new TreeMap<>();
	private final Set<String> cases = new HashSet<>();

	static List<OracleCase> all() {
		return OracleCase.all();
	}

	@ParameterizedTest
	@MethodSource("all")
	void equalsPyRadiomics(final OracleCase c) {
		final Extraction actual = c.extract();
		final List<String> wrong = new ArrayList<>();
		cases.add(c.name());
		c.expected().forEach((column, value) -> {
			final double found = actual.value(column).map(FeatureValue::value).orElse(Double.POSITIVE_INFINITY);
			final double difference = difference(value, found);
			worst.merge(column, difference, Math::max);
			if (!(difference <= RELATIVE)) wrong.add(column + " " + found + " for " + value);
		});
		assertEquals(List.of(), wrong);
		assertEquals(List.copyOf(c.expected().keySet()), actual.entries().stream().map(Extraction.Entry::column).toList());
	}

	@ParameterizedTest
	@MethodSource("all")
	void theNumberOfThreadsChangesNoBit(final OracleCase c) {
		final List<Extraction.Entry> one = Parallelization.runSingleThreaded(() -> c.extract().entries());
		assertEquals(one, Parallelization.runWithNumThreads(3, () -> c.extract().entries()));
	}

	@Test
	void everyFeatureThereIsIsCompared() {
		final Set<String> compared = new TreeSet<>(), known = new TreeSet<>();
		OracleCase.all().forEach(c -> c.expected().keySet().stream().filter(column -> column.startsWith("original_")).forEach(
			compared::add));
		FeatureRegistry.WITH_SHAPE_2D.features().forEach(f -> known.add(f.column("original")));
		assertEquals(known, compared);
	}

	/** Relative to what is expected; absolute where that is 0; 0 for two that have no value. */
	private static double difference(final double expected, final double found) {
		if (Double.isNaN(expected) && Double.isNaN(found)) return 0;
		final double difference = Math.abs(expected - found);
		if (Double.isNaN(difference)) return Double.POSITIVE_INFINITY;
		return expected == 0 ? difference : difference / Math.abs(expected);
	}

	@AfterAll
	void report() throws IOException {
		final StringBuilder out = new StringBuilder(String.format(Locale.ROOT,
			"Largest relative difference from PyRadiomics 3.1.0 over %d extractions:%n%n| family | features | largest | where |%n|---|---|---|---|%n",
			cases.size()));
		for (final FeatureFamily family : FeatureRegistry.WITH_SHAPE_2D.families()) {
			final Feature feature = family.features().stream().max((a, b) -> Double.compare(of(a), of(b))).orElseThrow();
			out.append(String.format(Locale.ROOT, "| %s | %d | %.1e | %s |%n", family.id(), family.features().size(), of(
				feature), feature.name()));
		}
		Files.writeString(REPORT, out);
	}

	private double of(final Feature feature) {
		return worst.getOrDefault(feature.column("original"), Double.NaN);
	}
}
