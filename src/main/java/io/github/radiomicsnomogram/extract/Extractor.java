package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureFamily;
import io.github.radiomicsnomogram.feature.FeatureInput;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.feature.FeatureValue;
import io.github.radiomicsnomogram.texture.GreyLevels;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes the features of a ROI in an image. Has no state; parallel parts run in the caller's
 * {@link net.imglib2.parallel.TaskExecutor} ({@code Parallelization}).
 */
public final class Extractor {

	private static final String ORIGINAL = "original";

	private final FeatureRegistry registry;

	/** With every feature there is. */
	public Extractor() {
		this(FeatureRegistry.DEFAULT);
	}

	/** With the features of a registry of its own. */
	public Extractor(final FeatureRegistry registry) {
		this.registry = registry;
	}

	/**
	 * @param volume image
	 * @param mask ROI on the same grid
	 * @param settings how
	 * @param progress the caller's ear and brake
	 * @throws io.github.radiomicsnomogram.InputException if image and ROI can't be used together
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	public Extraction extract(final Volume volume, final Mask mask, final ExtractionSettings settings,
		final Progress progress)
	{
		final RoiVoxels roi = new RoiVoxels(volume, mask);
		final FeatureInput input = new FeatureInput(roi, GreyLevels.of(roi, settings.binning()), settings.texture(),
			settings.voxelArrayShift(), progress);
		final List<Extraction.Entry> entries = new ArrayList<>();
		for (final FeatureFamily family : registry.families()) {
			final List<Feature> wanted = settings.features().stream().filter(f -> f.family().equals(family.id())).toList();
			if (wanted.isEmpty()) continue;
			progress.check();
			final List<FeatureValue> values = family.compute(input, wanted);
			for (int i = 0; i < wanted.size(); i++)
				entries.add(new Extraction.Entry(wanted.get(i).column(ORIGINAL), wanted.get(i), values.get(i)));
		}
		return new Extraction(entries, provenance(volume, mask));
	}

	private static Map<String, String> provenance(final Volume volume, final Mask mask) {
		final Map<String, String> p = new LinkedHashMap<>();
		p.put("Image", volume.info().name());
		p.put("Mask", mask.name());
		return p;
	}
}
