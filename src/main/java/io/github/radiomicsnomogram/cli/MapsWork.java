package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.cohort.Case;
import io.github.radiomicsnomogram.cohort.CaseRunner;
import io.github.radiomicsnomogram.cohort.ExtractionCells;
import io.github.radiomicsnomogram.cohort.ResultCell;
import io.github.radiomicsnomogram.cohort.ResultCell.Kind;
import io.github.radiomicsnomogram.cohort.ResultRow;
import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.Extractor;
import io.github.radiomicsnomogram.extract.FeatureMap;
import io.github.radiomicsnomogram.extract.MapExtractor;
import io.github.radiomicsnomogram.extract.PythonText;
import io.github.radiomicsnomogram.io.NrrdWriter;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Computes the maps of a case's ROIs and writes each as soon as it is there, under PyRadiomics' name:
 * "Case-1_original_glcm_Contrast.nrrd". Where a case has several labels, "Case-1_label-5_original_glcm_Contrast.nrrd".
 *
 * @param images reads images and ROIs
 * @param settings how
 * @param folder for the maps
 */
record MapsWork(CaseImages images, ExtractionSettings settings, Path folder) implements CaseRunner.Work {

	private static final String DIAGNOSTICS = "diagnostics_";
	/** Unit, range and voxels without a value of each map; in PyRadiomics nothing tells them. */
	private static final String SUMMARY = "diagnostics_Maps";

	@Override
	public List<ResultRow> rows(final Case c, final Progress progress) {
		final Volume image = images.image(c, progress);
		final List<ResultRow> rows = new ArrayList<>();
		for (final CaseImages.Roi roi : images.rois(c, image, settings.roi(), progress))
			rows.add(row(c, image, roi, progress));
		return rows;
	}

	@Override
	public boolean isKept(final ResultRow row) {
		return row.cells().stream().filter(cell -> !cell.column().startsWith(DIAGNOSTICS)).allMatch(cell -> Files.exists(Path
			.of(cell.text())));
	}

	private ResultRow row(final Case c, final Volume image, final CaseImages.Roi roi, final Progress progress) {
		final Map<String, String> front = c.columns(roi.label());
		final ExtractionSettings own = settings.withLabel(roi.label());
		try {
			final Mask mask = roi.mask().get();
			final List<ResultCell> cells = new ArrayList<>();
			if (settings.additionalInfo()) {
				final Extraction described = new Extractor().extract(image, mask, own.withFeatures(List.of()), progress);
				cells.addAll(ExtractionCells.withSetting(roi.completed(c, ExtractionCells.diagnostics(described.provenance())),
					"voxelBased", "True"));
			}
			final String start = "Case-" + c.number() + (c.labels().isSeveral() ? "_label-" + roi.label() : "") + "_";
			final StringJoiner summary = new StringJoiner(", ", "{", "}");
			new MapExtractor().extract(image, mask, own, progress, map -> {
				cells.add(write(map, start));
				summary.add(describe(map));
			});
			if (settings.additionalInfo()) cells.add(new ResultCell(SUMMARY, summary.toString(), Kind.LITERAL, ""));
			return ResultRow.of(front, cells);
		}
		catch (final InputException e) {
			return ResultRow.failed(front, e.getMessage());
		}
	}

	private ResultCell write(final FeatureMap map, final String start) {
		final Path file = folder.resolve(start + map.column() + ".nrrd");
		NrrdWriter.write(map.volume(), file);
		return new ResultCell(map.column(), file.toString(), Kind.TEXT, map.withoutValue() == 0 ? "" : map.withoutValue() +
			" voxels have no value: " + map.reason());
	}

	private static String describe(final FeatureMap map) {
		return "'" + map.column() + "': {'unit': '" + map.unit() + "', 'minimum': " + PythonText.of(map.minimum()) +
			", 'maximum': " + PythonText.of(map.maximum()) + ", 'withoutValue': " + map.withoutValue() + "}";
	}
}
