package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.extract.ConformanceRecord.Cell;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureFamily;
import io.github.radiomicsnomogram.feature.FeatureRegistry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page about conformance, from the record of errors, the registry and the known differences. */
final class ConformanceDocument {

	static final Path FILE = Path.of("src/site/markdown/conformance.md");

	/** What the settings of the columns are. */
	static final Map<String, String> SETTINGS = settings();

	private final ConformanceRecord record;
	private final StringBuilder out = new StringBuilder();

	private ConformanceDocument(final ConformanceRecord record) {
		this.record = record;
	}

	private static Map<String, String> settings() {
		final Map<String, String> settings = new LinkedHashMap<>();
		settings.put("S1", "binWidth 25");
		settings.put("S2", "resampled to 1 mm by B-splines");
		settings.put("S3", "binCount 32");
		settings.put("S4", "normalised, outliers beyond 3 SD cut, binWidth 5");
		settings.put("S5", "Laplacian of Gaussian, sigma 1, 2, 3 mm, on 2 mm");
		settings.put("S6", "wavelet coif1, level 1");
		settings.put("S7", "force2D");
		settings.put("S8", "resegmented to -200..300, cropped");
		settings.put("S8b", "resegmented to 2 SD, cropped");
		settings.put("S9", "distances 1 and 2, GLCM not symmetric, weights euclidean, gldm_a 1");
		settings.put("S10", "square, square root, logarithm, exponential, gradient");
		settings.put("S10lbp", "LBP2D, LBP3D, binWidth 1");
		settings.put("S11", "several labels of one mask");
		settings.put("S12", "force2D and shape2D on the slice where the ROI is largest");
		settings.put("D1", "IBSI digital phantom, binWidth 1");
		settings.put("P1", "PET, binWidth 0.25");
		return Collections.unmodifiableMap(settings);
	}

	static void write(final ConformanceRecord record) throws IOException {
		Files.writeString(FILE, text(record));
	}

	static String text(final ConformanceRecord record) {
		return new ConformanceDocument(record).text();
	}

	private String text() {
		introduction();
		exceptions();
		images();
		voxels();
		features();
		cases();
		maps();
		return out.toString();
	}

	private void introduction() {
		final Cell all = record.sum("feature"), zero = record.cell("exception", "ROUNDED_ZERO", "largest magnitude");
		final long excepted = record.sum("exception").values();
		line("# Conformance with PyRadiomics\n");
		line("Written from the feature registry and from tests that compare every value with PyRadiomics 3.1.0, from parameter");
		line("file, image and mask to the last digit; the tests fail if this page is stale. The numbers behind it are in");
		line("[conformance.csv](conformance.csv).\n");
		line("An error is |ours - PyRadiomics'| / |PyRadiomics'|. A cell holds the largest one over all cases, 0 where every value");
		line("has the same bits, nothing where the feature is not computed. Errors up to 1e-11 or so come from sums in another order.\n");
		line("- %,d values of features compared in %d cases; %,d of them (%.1f %%) have the same bits.", all.values() + excepted,
			record.rows("case").size(), all.values() - all.different(), 100.0 * (all.values() - all.different()) / (all.values() +
				excepted));
		line("- Largest relative error: %s (%s).", error(all), all.worst());
		line("- %d values are left out of the tables below, %d of them because they are 0 but for rounding; see the next table.",
			excepted, zero == null ? 0 : zero.values());
		line("- Where PyRadiomics refuses one of these cases, so does this software.\n");
		line("| settings | what |\n|---|---|");
		SETTINGS.forEach((id, what) -> line("| %s | %s |", id, what));
	}

	private void exceptions() {
		line("\n## Differences that are known\n");
		line("| where | PyRadiomics | this software | why | values | largest |\n|---|---|---|---|---|---|");
		for (final KnownDifference d : KnownDifference.values()) {
			final List<String> columns = record.columns("exception").stream().filter(c -> record.cell("exception", d.name(),
				c) != null).toList();
			final Cell cell = columns.isEmpty() ? null : record.cell("exception", d.name(), columns.get(0));
			line("| %s | %s | %s | %s | %s | %s |", d.where().replace("|", " or "), d.theirs(), d.ours(), d.why(), cell == null ? "-"
				: cell.values(), cell == null ? "-" : columns.get(0) + " " + error(cell));
		}
	}

	private void images() {
		line("\n## Image types\n");
		line("Largest relative error of each family's features, over all cases and settings.\n");
		table("image", "image type", record.rows("image"), FeatureRegistry.WITH_SHAPE_2D.families().stream().map(
			FeatureFamily::id).toList());
	}

	private void voxels() {
		line("\n## Voxels of preprocessed and filtered images\n");
		line("Largest difference relative to the largest value of the image, and how many voxels differ.\n");
		final List<String> columns = record.columns("voxels");
		head("image", columns);
		for (final String row : record.rows("voxels"))
			line("| %s | %s |", row, String.join(" | ", columns.stream().map(c -> voxels(record.cell("voxels", row, c)))
				.toList()));
		final Cell resampled = record.cells().entrySet().stream().filter(e -> e.getKey().table().equals("voxels") && e.getKey()
			.row().startsWith("resampled")).map(Map.Entry::getValue).reduce(new Cell(0, 0, 0, ""), Cell::plus);
		line("\nResampled images of integers are cut towards zero, so that the last bit of a B-spline decides between two whole");
		line("numbers wherever a new voxel falls on an old one. The order of ITK's operations is kept, its coordinates and weights");
		line("included: of %,d resampled voxels %,d differ.", resampled.values(), resampled.different());
		line("Logarithm and exponential are those of NumPy but for units in the last place, which depend on the processor.");
	}

	private static String voxels(final Cell cell) {
		return cell == null ? "" : cell.different() == 0 ? "0 of " + cell.values() : String.format(Locale.ROOT,
			"%s, %d of %d", error(cell), cell.different(), cell.values());
	}

	private void features() {
		line("\n## Features\n");
		line("Largest relative error over all cases and image types.");
		for (final FeatureFamily family : FeatureRegistry.WITH_SHAPE_2D.families()) {
			line("\n### %s\n", family.title());
			table("feature", "feature", family.features().stream().map(Feature::id).toList(), List.copyOf(SETTINGS.keySet()));
		}
	}

	private void cases() {
		line("\n## Cases\n");
		line("Largest relative error over all features and image types.\n");
		table("case", "case", record.rows("case"), List.copyOf(SETTINGS.keySet()));
	}

	private void maps() {
		line("\n## Feature maps\n");
		line("Largest relative error of a voxel: first order and co-occurrence of two patients, kernelRadius 1, and every family of");
		line("small ROIs under other settings too (kernelRadius, maskedKernel, force2D, distances).\n");
		final Map<String, String> tables = new LinkedHashMap<>(Map.of("breast1", "map"));
		tables.put("prostate", "map");
		tables.put("small ROIs", "own-map");
		head("feature", List.copyOf(tables.keySet()));
		for (final Feature f : FeatureRegistry.DEFAULT.features())
			if (record.cell("own-map", f.id(), "small ROIs") != null) line("| %s | %s |", f.id(), String.join(" | ", tables
				.entrySet().stream().map(t -> cell(record.cell(t.getValue(), f.id(), t.getKey()))).toList()));
	}

	private void table(final String table, final String title, final List<String> rows, final List<String> columns) {
		final List<String> used = columns.stream().filter(c -> rows.stream().anyMatch(r -> record.cell(table, r, c) != null))
			.toList();
		head(title, used);
		for (final String row : rows)
			line("| %s | %s |", row, String.join(" | ", used.stream().map(c -> cell(record.cell(table, row, c))).toList()));
	}

	private static String cell(final Cell cell) {
		return cell == null ? "" : cell.values() == 0 ? cell.worst() : error(cell);
	}

	private void head(final String title, final List<String> columns) {
		line("| %s | %s |\n|---|%s", title, String.join(" | ", columns), "---|".repeat(columns.size()));
	}

	private static String error(final Cell cell) {
		return cell.error() == 0 ? "0" : String.format(Locale.ROOT, "%.0e", cell.error()).replace("e-0", "e-");
	}

	private void line(final String format, final Object... values) {
		out.append(String.format(Locale.ROOT, format, values)).append('\n');
	}
}
