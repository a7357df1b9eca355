package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.cohort.Case;
import io.github.radiomicsnomogram.cohort.CaseRunner;
import io.github.radiomicsnomogram.cohort.ExtractionCells;
import io.github.radiomicsnomogram.cohort.ResultRow;
import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.Extractor;
import io.github.radiomicsnomogram.extract.ImageExtractor;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;

import net.imglib2.parallel.Parallelization;

/**
 * Extracts the features of a case's ROIs.
 *
 * @param images reads them
 * @param settings how
 */
record ExtractWork(CaseImages images, ExtractionSettings settings) implements CaseRunner.Work {

	@Override
	public List<ResultRow> rows(final Case c, final Progress progress) {
		final Volume image = images.image(c, progress);
		final ImageExtractor extractor = new Extractor().on(image, settings);
		if (!images.isOnce()) ahead(extractor::describeImage);
		final List<ResultRow> rows = new ArrayList<>();
		for (final CaseImages.Roi roi : images.rois(c, image, settings.roi(), progress))
			rows.add(row(c, image, extractor, roi, progress));
		return rows;
	}

	/** Begins what only the diagnostics need, where there is a thread to spare; who needs it waits for it or does it. */
	private void ahead(final Runnable work) {
		if (settings.additionalInfo() && Parallelization.getTaskExecutor().getParallelism() > 1) ForkJoinPool.commonPool()
			.submit(work);
	}

	private ResultRow row(final Case c, final Volume image, final ImageExtractor extractor, final CaseImages.Roi roi,
		final Progress progress)
	{
		final Map<String, String> front = c.columns(roi.label());
		try {
			if (!images.isOnce()) roi.hash().ifPresent(hash -> ahead(hash::get));
			final Mask mask = roi.mask().get();
			if (!images.isOnce()) image.readAhead(mask.box());
			final Extraction extraction = extractor.extract(mask, roi.label(), roi.hash(), progress);
			extraction.warnings().forEach(w -> images.warn(c, w));
			return ResultRow.of(front, roi.completed(c, ExtractionCells.cells(extraction, settings.additionalInfo())));
		}
		catch (final InputException e) {
			return ResultRow.failed(front, e.getMessage());
		}
	}
}
