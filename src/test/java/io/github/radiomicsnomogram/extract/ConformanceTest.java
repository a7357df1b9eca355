package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.feature.FeatureValue;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.volume.Mask;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every feature of every case and setting against PyRadiomics 3.1.0, from the files to the last digit: parameter file,
 * NRRD image and mask, extraction; columns in PyRadiomics' order, refusals where it refuses. The largest errors are
 * published; {@link ConformanceRecord}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {

	/** Same arithmetic, sums in another order: rounding alone parts us. */
	private static final double RELATIVE = 1e-9;

	private static final Pattern SETTINGS = Pattern.compile("S[0-9].*|D1|P1");

	private final ConformanceRecord record = new ConformanceRecord();
	private int planned, done;

	@TestFactory
	Stream<DynamicTest> valuesAreThoseOfPyRadiomics() {
		final List<DynamicTest> tests = Golden.cases().stream().flatMap(name -> Golden.settings(name, SETTINGS).stream().map(
			setting -> DynamicTest.dynamicTest(name + " " + setting, () -> check(name, setting)))).toList();
		planned = tests.size();
		return tests.stream();
	}

	private void check(final String name, final String setting) {
		final ExtractionSettings settings = inGoldenOrder(Golden.parameters(setting).withAdditionalInfo(false));
		if (Golden.description(name, setting).has("error")) {
			assertThrows(InputException.class, () -> extract(name, setting, settings), "PyRadiomics refuses it");
			record.add("case", name, group(setting), new ConformanceRecord.Cell(0, 0, 0, "refused"));
			done++;
			return;
		}
		final Extraction extraction = extract(name, setting, settings);
		final Map<String, Double> expected = Golden.values(name, setting);
		assertEquals(List.copyOf(expected.keySet()), extraction.entries().stream().map(Extraction.Entry::column).toList(),
			"columns");
		final List<String> wrong = new ArrayList<>();
		for (final Extraction.Entry entry : extraction.entries()) {
			final double theirs = expected.get(entry.column());
			if (!agrees(entry, theirs, name, setting)) wrong.add(String.format(Locale.ROOT, "%.2e %s: %s against %s", error(entry
				.value(), theirs), entry.column(), entry.value(), theirs));
		}
		assertTrue(wrong.isEmpty(), () -> wrong.size() + " of " + expected.size() + " values differ\n" + String.join("\n",
			wrong));
		done++;
	}

	/** Whether a value is PyRadiomics', or not for a reason that is known. */
	private boolean agrees(final Extraction.Entry entry, final double theirs, final String name, final String setting) {
		final double error = error(entry.value(), theirs);
		final String where = name + " " + setting + " " + entry.column(), feature = entry.feature().id();
		final Optional<KnownDifference> known = error <= RELATIVE ? Optional.empty() : KnownDifference.of(entry.column(), name,
			entry.value().value(), theirs);
		if (known.isPresent()) {
			final boolean zero = known.get() == KnownDifference.ROUNDED_ZERO;
			record.add("exception", known.get().name(), zero ? "largest magnitude" : "relative error", zero ? Math.max(Math.abs(
				theirs), Math.abs(entry.value().value())) : error, where);
			return zero || error <= known.get().relative();
		}
		final String image = entry.column().substring(0, entry.column().length() - feature.length() - 1);
		record.add("feature", feature, group(setting), error, where);
		record.add("image", image, entry.feature().family(), error, where);
		record.add("case", name, group(setting), error, where);
		return error <= RELATIVE;
	}

	private static String group(final String setting) {
		return setting.replaceFirst("_label.*", "");
	}

	/** The values beside us were enabled class by class in alphabetical order, deprecated features after the others. */
	private static ExtractionSettings inGoldenOrder(final ExtractionSettings settings) {
		return settings.withFeatures(settings.features().stream().sorted(Comparator.comparing(Feature::family).thenComparing(
			Feature::deprecated).thenComparing(FeatureRegistry.WITH_SHAPE_2D.features()::indexOf)).toList());
	}

	private static Extraction extract(final String name, final String setting, final ExtractionSettings settings) {
		final Mask mask = Golden.mask(name, settings.label());
		return new Extractor().extract(Golden.image(name), setting.equals("S12") ? Golden.largestSlice(mask) : mask, settings,
			Progress.NONE);
	}

	/** Relative error; no value agrees with no value. */
	private static double error(final FeatureValue ours, final double theirs) {
		if (Double.isNaN(theirs)) return ours.hasValue() ? Double.POSITIVE_INFINITY : 0;
		if (ours.value() == theirs) return 0;
		return ours.hasValue() ? Math.abs(ours.value() - theirs) / Math.abs(theirs) : Double.POSITIVE_INFINITY;
	}

	@Test
	void theRegistryHoldsTheFeaturesOfPyRadiomicsAndNoOthers() {
		final CsvTable table = CsvTable.read(Golden.root().resolve("features.csv"));
		final Set<String> expected = new TreeSet<>(), deprecated = new TreeSet<>();
		for (final List<String> row : table.rows()) {
			final String id = row.get(0) + "_" + row.get(1);
			if (!row.get(0).equals("shape2D") && row.get(3).equals("1")) expected.add(id);
			if (row.get(2).equals("1")) deprecated.add(id);
		}
		final List<Feature> features = FeatureRegistry.DEFAULT.features();
		final Set<String> ours = features.stream().map(Feature::id).collect(Collectors.toCollection(TreeSet::new));
		assertEquals(Set.of(), minus(expected, ours), "missing");
		assertEquals(Set.of(), minus(ours, expected), "more than there are");
		assertEquals(111, features.size(), "each once");
		for (final Feature feature : features)
			assertEquals(deprecated.contains(feature.id()), feature.deprecated(), feature.id());
	}

	private static Set<String> minus(final Set<String> all, final Set<String> taken) {
		final Set<String> rest = new TreeSet<>(all);
		rest.removeAll(taken);
		return rest;
	}

	@Test
	void columnsComeInPyRadiomicsOrder() {
		final Set<String> deprecated = FeatureRegistry.DEFAULT.features().stream().filter(Feature::deprecated).map(f -> f
			.column("original")).collect(Collectors.toSet());
		final List<String> theirs = Golden.values("sts019_ct", "S1").keySet().stream().filter(c -> !deprecated.contains(c))
			.toList();
		assertEquals(theirs, extract("sts019_ct", "S1", ExtractionSettings.defaults()).entries().stream().map(
			Extraction.Entry::column).toList());
	}

	@AfterAll
	void publish() throws IOException {
		if (done > 0 && done == planned) record.publish();
	}
}
