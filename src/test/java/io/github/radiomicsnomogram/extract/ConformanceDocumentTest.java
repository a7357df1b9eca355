package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureRegistry;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/**
 * The page about conformance says what the record and the registry say. {@code mvn test
 * -Dtest='*Conformance*Test,MapOracleTest' -Dupdate.docs=true} measures and writes both again.
 */
class ConformanceDocumentTest {

	@Test
	void isUpToDate() throws IOException {
		if (Boolean.getBoolean("update.docs")) ConformanceDocument.write(ConformanceRecord.read());
		assertEquals(ConformanceDocument.text(ConformanceRecord.read()), Files.readString(ConformanceDocument.FILE),
			ConformanceDocument.FILE + " is stale: run with -Dupdate.docs=true");
	}

	@Test
	void everyFeatureIsMeasuredUnderKnownSettings() {
		final ConformanceRecord record = ConformanceRecord.read();
		final Set<String> ids = FeatureRegistry.WITH_SHAPE_2D.features().stream().map(Feature::id).collect(Collectors
			.toCollection(TreeSet::new));
		final Set<String> measured = new TreeSet<>(record.rows("feature"));
		final Set<String> missing = new TreeSet<>(ids);
		missing.removeAll(measured);
		measured.removeAll(ids);
		assertEquals(Set.of(), measured, "features that are not in the registry");
		assertEquals(Set.of("shape2D_SphericalDisproportion"), missing, "only asked for by name");
		assertEquals(ConformanceDocument.SETTINGS.keySet().stream().sorted().toList(), record.columns("feature"));
		final Set<String> maps = new TreeSet<>(record.rows("own-map"));
		FeatureRegistry.DEFAULT.features().stream().filter(f -> !f.deprecated() && !f.family().equals("shape")).forEach(
			f -> assertTrue(maps.contains(f.id()), f.id() + " has no map"));
	}

	@Test
	void recordedErrorsAreWithinTheirBounds() {
		final ConformanceRecord record = ConformanceRecord.read();
		assertTrue(record.sum("feature", "image", "case", "map", "own-map").error() <= 1e-9);
		assertTrue(record.sum("voxels").error() <= 1e-14);
		record.rows("exception").forEach(id -> assertTrue(record.cells().entrySet().stream().filter(e -> e.getKey().row()
			.equals(id)).allMatch(e -> e.getValue().error() <= Math.max(KnownDifference.ZERO, KnownDifference.valueOf(id)
				.relative())), id));
	}
}
