package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.cohort.ExtractionCells;
import io.github.radiomicsnomogram.cohort.ResultFormat;
import io.github.radiomicsnomogram.cohort.ResultRow;
import io.github.radiomicsnomogram.cohort.ResultTable;
import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.Extractor;
import io.github.radiomicsnomogram.extract.ImageExtractor;
import io.github.radiomicsnomogram.extract.ParameterFile;
import io.github.radiomicsnomogram.io.AtomicFiles;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Extraction of features, once, for every way into it: from an image and a user's options to features, and a file of
 * them if that is wanted. Shows nothing; what to show is up to {@link ExtractView}.
 */
public final class ExtractJob {

	private ExtractJob() {}

	/**
	 * Extracts the features of every ROI that the options name. A ROI that can't be used is left out with a message if
	 * there are others.
	 *
	 * @param image stack; null if none is open
	 * @param options what the user chose
	 * @param progress the caller's ear and brake
	 * @throws InputException if something can't be used; the message says what and what to do
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	public static ExtractResult run(final ImagePlus image, final ExtractOptions options, final Progress progress) {
		final ImagePlus stack = PredictJob.stack(image);
		if (!ExtractOptions.layouts().contains(options.layout())) throw new InputException("'" + options.layout() +
			"' is no layout (" + ExtractOptions.LAYOUT + "); give one of " + String.join(", ", ExtractOptions.layouts()) + ".");
		final Optional<Path> csv = csv(options);
		csv.ifPresent(AtomicFiles::requireWritable);
		final ParameterFile file = options.settings().read(List.of());
		final ExtractionSettings settings = file.settings().withAdditionalInfo(options.diagnostics() && file.settings()
			.additionalInfo());
		final Volume volume = ImagePlusVolumes.of(stack);
		final List<LabelledRoi> wanted = RoiResolver.masks(stack, volume, options.roi(), settings.label());
		final ImageExtractor extractor = new Extractor().on(volume, settings);
		final List<ExtractResult.Roi> rois = new ArrayList<>();
		for (int i = 0; i < wanted.size(); i++)
			rois.add(extract(extractor, wanted.get(i), new PartialProgress(progress, i, wanted.size())));
		final List<String> warnings = new ArrayList<>(file.warnings());
		warnings.addAll(volume.info().warnings());
		final ExtractResult result = new ExtractResult(stack, volume.info().valueUnit(), rois, warnings).orFail();
		csv.ifPresent(path -> write(result, options.diagnostics(), path));
		return result;
	}

	private static ExtractResult.Roi extract(final ImageExtractor extractor, final LabelledRoi roi,
		final Progress progress)
	{
		try {
			final RoiMask mask = roi.mask().get();
			final Extraction extraction = extractor.extract(mask.mask(), roi.label(), progress);
			// Now, while the stack is as it was measured: its owner may change it.
			extraction.provenance();
			return new ExtractResult.Roi(roi.name(), roi.label(), roi.several(), Optional.of(extraction), "", mask.warnings());
		}
		catch (final InputException e) {
			return new ExtractResult.Roi(roi.name(), roi.label(), roi.several(), Optional.empty(), e.getMessage(), List.of());
		}
	}

	private static Optional<Path> csv(final ExtractOptions options) {
		try {
			return options.csv().isBlank() ? Optional.empty() : Optional.of(Path.of(options.csv().trim()));
		}
		catch (final InvalidPathException e) {
			throw new InputException("'" + options.csv() + "' (" + ExtractOptions.CSV + ") is no path of a file.", e);
		}
	}

	/** As the command line writes it. */
	private static void write(final ExtractResult result, final boolean diagnostics, final Path file) {
		final List<ResultRow> rows = result.rois().stream().map(roi -> roi.extraction().map(x -> ResultRow.of(result.front(
			roi), ExtractionCells.cells(x, diagnostics))).orElseGet(() -> ResultRow.failed(result.front(roi), roi
				.failure()))).toList();
		AtomicFiles.write(file, out -> {
			final Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
			new ResultTable(text -> text, false).write(rows, ResultFormat.of(file), writer);
			writer.flush();
		});
	}
}
