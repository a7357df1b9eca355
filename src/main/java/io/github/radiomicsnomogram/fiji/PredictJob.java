package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.Extractor;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.model.ClinicalValues;
import io.github.radiomicsnomogram.model.ImageFacts;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The main job, once, for every way into it: from an image and a user's options to a prediction. Shows nothing and
 * keeps nothing; what to show is up to {@link PredictView}.
 */
public final class PredictJob {

	private PredictJob() {}

	/**
	 * Predicts. Checks what is cheap to check first.
	 *
	 * @param image CT stack, or a figure of an earlier prediction, which stands for its stack; null if none is open
	 * @param options what the user chose
	 * @param progress the caller's ear and brake
	 * @throws InputException if something can't be used; the message says what and what to do
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	public static PredictResult run(final ImagePlus image, final PredictOptions options, final Progress progress) {
		final ImagePlus stack = stack(image);
		final PrognosticModel model = ModelFiles.resolve(options.model());
		final ClinicalValues values = ClinicalValues.parse(model, clinical(options));
		final Volume bare = ImagePlusVolumes.of(stack);
		final RoiMask roi = RoiResolver.mask(stack, bare, options.roi());
		final Volume volume = warned(bare, roi.warnings());
		final Mask mask = roi.mask();
		final Extraction extraction = new Extractor().extract(volume, mask, settings(model, options), progress);
		// Now, while the stack is as it was measured: its owner may change it.
		extraction.provenance();
		final Prediction prediction = model.predict(extraction, ImageFacts.of(volume, mask, model.roi()), values);
		return new PredictResult(stack, mask, prediction, options.showFeatures());
	}

	/**
	 * The stack that a user means by an image: a nomogram figure stands for the stack that it was made from.
	 *
	 * @param image the active image, or null
	 * @throws InputException if there is none
	 */
	public static ImagePlus stack(final ImagePlus image) {
		if (image == null) throw new InputException("No image is open. Open a CT stack first, or Plugins > Radiomics > " +
			"Open Example.");
		return NomogramWindow.source(image);
	}

	/** What was noticed of the ROI is told with what was noticed of the image. */
	static Volume warned(final Volume volume, final List<String> warnings) {
		ImageInfo info = volume.info();
		for (final String warning : warnings)
			info = info.withWarning(warning);
		return new Volume(volume.voxels(), volume.geometry(), volume.type(), info);
	}

	private static ExtractionSettings settings(final PrognosticModel model, final PredictOptions options) {
		return options.showFeatures() ? model.settings().withFeatures(FeatureRegistry.DEFAULT.features()) : model
			.settings();
	}

	/** The clinical values that were typed, by id; what is not known is left out. */
	static Map<String, String> clinical(final PredictOptions options) {
		final Map<String, String> typed = new LinkedHashMap<>();
		if (!options.ki67().isBlank()) typed.put("ki67", options.ki67());
		final String aln = options.aln().trim();
		if (!aln.isEmpty() && !aln.equalsIgnoreCase(PredictOptions.UNKNOWN)) typed.put("aln", aln);
		for (final String pair : options.clinical().trim().split("[,;\\s]+")) {
			if (pair.isEmpty()) continue;
			final String[] parts = pair.split("[:=]", 2);
			if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) throw new InputException("'" + pair + "' in " +
				PredictOptions.CLINICAL + " is no pair name:value. Write, for example, age:52,grade:3.");
			if (typed.put(parts[0], parts[1]) != null) throw new InputException("Clinical variable '" + parts[0] +
				"' is given twice.");
		}
		return typed;
	}
}
