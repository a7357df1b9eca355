package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.phantom.Phantom;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An image, a ROI, bins, and the file with PyRadiomics' values.
 *
 * @param name for reports
 * @param image read when it is needed
 * @param mask read when it is needed
 * @param binning of the grey values
 * @param expected lines of feature,value after a header
 */
record OracleCase(String name, Supplier<Volume> image, Supplier<Mask> mask, Binning binning, Path expected) {

	private static final ImageFiles FILES = ImageFiles.with();
	private static final Path VOLUMES = Path.of("src/test/resources/oracle");
	private static final Path PHANTOM = Path.of("test-images/expected");

	/** What PyRadiomics computed on the project's own volumes: src/test/scripts/make_oracle.py, test-images/make_expected.py. */
	static List<OracleCase> own() throws IOException {
		final List<OracleCase> cases = new ArrayList<>();
		for (final String[] f : rows(VOLUMES.resolve("cases.csv")))
			cases.add(of(f[0], VOLUMES.resolve(f[1] + ".nrrd"), VOLUMES.resolve(f[1] + "-mask.nrrd"), Integer.parseInt(f[2]),
				f[3].isEmpty() ? new Binning.FixedCount(Integer.parseInt(f[4])) : new Binning.FixedWidth(Double.parseDouble(
					f[3])), VOLUMES.resolve(f[0] + ".csv")));
		final Phantom p = Phantom.generate();
		cases.add(new OracleCase("phantom", p::volume, p::mask, Binning.DEFAULT, PHANTOM.resolve("features.csv")));
		cases.add(new OracleCase("phantom-32-bins", p::volume, p::mask, new Binning.FixedCount(32), PHANTOM.resolve(
			"features-32-bins.csv")));
		cases.add(new OracleCase("phantom-muscle", p::volume, p::muscle, Binning.DEFAULT, PHANTOM.resolve(
			"features-muscle.csv")));
		return cases;
	}

	/** What PyRadiomics computed on public patients' images, if those lie beside the project; else one case that is skipped. */
	static List<OracleCase> golden() throws IOException {
		if (!Shared.isPresent()) return List.of(new OracleCase("absent", () -> null, () -> null, Binning.DEFAULT, Path.of("")));
		try (Stream<Path> files = Files.walk(Shared.path("golden/radiomics"), 2)) {
			final List<OracleCase> cases = files.filter(f -> f.getFileName().toString().matches(
				"(S1|S3|D1|P1|S11_label\\d+)\\.csv")).sorted().map(OracleCase::golden).toList();
			assertFalse(cases.isEmpty());
			return cases;
		}
	}

	private static OracleCase golden(final Path csv) {
		final String setting = csv.getFileName().toString().replace(".csv", "");
		final Binning binning = switch (setting) {
			case "S3" -> new Binning.FixedCount(32);
			case "D1" -> new Binning.FixedWidth(1);
			case "P1" -> new Binning.FixedWidth(0.25);
			default -> new Binning.FixedWidth(25);
		};
		final int label = setting.startsWith("S11_label") ? Integer.parseInt(setting.substring("S11_label".length())) : 1;
		final Path folder = csv.getParent();
		return of(folder.getFileName() + "/" + setting, folder.resolve("image.nrrd"), folder.resolve("mask.nrrd"), label,
			binning, csv);
	}

	private static OracleCase of(final String name, final Path image, final Path mask, final int label,
		final Binning binning, final Path expected)
	{
		return new OracleCase(name, () -> FILES.read(image, Progress.NONE), () -> FILES.readMask(mask, label,
			Progress.NONE), binning, expected);
	}

	/** PyRadiomics' values by column. */
	Map<String, Double> expectedValues() throws IOException {
		final Map<String, Double> values = new LinkedHashMap<>();
		for (final String[] f : rows(expected))
			values.put(f[0], f[1].equals("nan") ? Double.NaN : Double.parseDouble(f[1]));
		return values;
	}

	/** Our values of every feature that there is. */
	Extraction extract() {
		return new Extractor().extract(image.get(), mask.get(), ExtractionSettings.defaults().withBinning(binning)
			.withFeatures(FeatureRegistry.DEFAULT.features()), Progress.NONE);
	}

	private static List<String[]> rows(final Path csv) throws IOException {
		return Files.readAllLines(csv).stream().skip(1).map(line -> line.split(",", -1)).toList();
	}

	@Override
	public String toString() {
		return name;
	}
}
