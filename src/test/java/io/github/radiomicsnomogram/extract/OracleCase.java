package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.phantom.Phantom;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A ROI with what PyRadiomics computed of it: the project's own volumes (src/test/scripts/make_oracle.py) and the example
 * phantom (test-images/make_expected.py).
 *
 * @param name for reports
 * @param image image
 * @param mask ROI
 * @param settings how
 * @param expected PyRadiomics' values by column
 */
record OracleCase(String name, Volume image, Mask mask, ExtractionSettings settings, Map<String, Double> expected) {

	private static final Path VOLUMES = Path.of("src/test/resources/oracle");
	private static final Path PHANTOM = Path.of("test-images/expected");

	static List<OracleCase> all() {
		final List<OracleCase> cases = new ArrayList<>();
		for (final List<String> row : CsvTable.read(VOLUMES.resolve("cases.csv")).rows())
			cases.add(volume(row.get(0), row.get(1)));
		final Phantom p = Phantom.generate();
		final ExtractionSettings all = ExtractionSettings.defaults().withFeatures(FeatureRegistry.DEFAULT.features());
		cases.add(phantom(p, p.mask(), all, "features"));
		cases.add(phantom(p, p.mask(), all.withBinning(new Binning.FixedCount(32)), "features-32-bins"));
		cases.add(phantom(p, p.muscle(), all, "features-muscle"));
		return cases;
	}

	private static OracleCase volume(final String name, final String volume) {
		final ImageFiles files = ImageFiles.with();
		final ExtractionSettings settings = ParameterFile.read(VOLUMES.resolve(name + ".yaml")).settings();
		return new OracleCase(name, files.read(VOLUMES.resolve(volume + ".nrrd"), Progress.NONE), files.readMask(VOLUMES
			.resolve(volume + "-mask.nrrd"), settings.label(), Progress.NONE), settings, values(VOLUMES.resolve(name +
				".csv")));
	}

	private static OracleCase phantom(final Phantom phantom, final Mask mask, final ExtractionSettings settings,
		final String name)
	{
		return new OracleCase("phantom " + name, phantom.volume(), mask, settings, values(PHANTOM.resolve(name + ".csv")));
	}

	private static Map<String, Double> values(final Path csv) {
		final Map<String, Double> values = new LinkedHashMap<>();
		for (final List<String> row : CsvTable.read(csv).rows())
			values.put(row.get(0), Double.parseDouble(row.get(1)));
		return values;
	}

	/** Our values. */
	Extraction extract() {
		return new Extractor().extract(image, mask, settings, Progress.NONE);
	}

	@Override
	public String toString() {
		return name;
	}
}
