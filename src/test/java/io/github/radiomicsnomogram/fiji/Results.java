package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;

import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureValue;
import io.github.radiomicsnomogram.feature.Unit;
import io.github.radiomicsnomogram.model.ClinicalValues;
import io.github.radiomicsnomogram.model.ImageFacts;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.phantom.Phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Results from feature values that a test chooses, so that showing is tested apart from computing. */
final class Results {

	static final PrognosticModel ZHANG = ModelFiles.builtIn("zhang-2021");

	/** Kurtosis, Correlation, MaximumProbability, LargeAreaEmphasis that give a high and a low risk. */
	static final double[] HIGH = { 3.1543263, 0.4642971, 0.1301925, 25204.48 }, LOW = { 3.2, 0.2, 0.15, 30000 };

	private static final Phantom PHANTOM = Phantom.generate();

	private Results() {}

	static ImagePlus image() {
		return PhantomImages.image(PHANTOM);
	}

	/** A result on an image of the phantom, for clinical values by id. */
	static PredictResult of(final ImagePlus image, final PrognosticModel model, final double[] values,
		final Map<String, String> clinical)
	{
		final List<Extraction.Entry> entries = new ArrayList<>();
		final List<String> columns = model.signature().columns();
		for (int i = 0; i < columns.size(); i++) {
			final String[] parts = columns.get(i).split("_");
			entries.add(new Extraction.Entry(columns.get(i), new Feature(parts[1], parts[2], "", Unit.ONE, "-", "", false, "",
				""), FeatureValue.of(values[i])));
		}
		final ImageFacts facts = ImageFacts.of(PHANTOM.volume(), PHANTOM.mask(), model.roi());
		return new PredictResult(image, PHANTOM.mask(), model.predict(new Extraction(entries, Map.of()), facts, ClinicalValues
			.parse(model, clinical)), false);
	}

	static PredictResult high(final ImagePlus image) {
		return of(image, ZHANG, HIGH, Map.of("ki67", "20", "aln", "positive"));
	}

	static PredictResult low(final ImagePlus image) {
		return of(image, ZHANG, LOW, Map.of("ki67", "10", "aln", "negative"));
	}

	/** Nothing clinical is known. */
	static PredictResult incomplete(final ImagePlus image) {
		return of(image, ZHANG, LOW, Map.of());
	}
}
