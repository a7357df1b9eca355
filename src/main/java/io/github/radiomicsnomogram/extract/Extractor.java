package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureFamily;
import io.github.radiomicsnomogram.feature.FeatureInput;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.feature.FeatureValue;
import io.github.radiomicsnomogram.texture.Binning;
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
		this(FeatureRegistry.WITH_SHAPE_2D);
	}

	/** With the features of a registry of its own. */
	public Extractor(final FeatureRegistry registry) {
		this.registry = registry;
	}

	/**
	 * @param volume image
	 * @param mask ROI on the same grid
	 * @param settings how
	 * @param progress the caller's ear and brake; hears each family
	 * @throws io.github.radiomicsnomogram.InputException if image and ROI lie on different grids, the ROI is too small, or
	 *           one of its voxels has no finite value
	 * @throws IllegalArgumentException if a wanted feature belongs to no family of the registry
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	public Extraction extract(final Volume volume, final Mask mask, final ExtractionSettings settings,
		final Progress progress)
	{
		final Map<FeatureFamily, List<Feature>> wanted = byFamily(settings.features());
		final Mask checked = settings.roi().check(volume, mask);
		final RoiVoxels roi = new RoiVoxels(volume, checked);
		final GreyLevels levels = GreyLevels.of(roi, binning(wanted, settings));
		final List<Extraction.Entry> entries = new ArrayList<>();
		int done = 0;
		for (final Map.Entry<FeatureFamily, List<Feature>> e : wanted.entrySet()) {
			final Progress share = new Share(progress, done++, wanted.size(), e.getKey().title());
			share.check();
			share.update(0, "");
			final List<FeatureValue> values = e.getKey().compute(new FeatureInput(roi, levels, settings.texture(), settings
				.voxelArrayShift(), share), e.getValue());
			for (int i = 0; i < values.size(); i++)
				entries.add(new Extraction.Entry(e.getValue().get(i).column(ORIGINAL), e.getValue().get(i), values.get(i)));
		}
		progress.check();
		final Map<String, String> provenance = Provenance.of(volume, checked, roi, settings, progress);
		progress.update(1, "Features computed");
		return new Extraction(entries, provenance);
	}

	/** Shape doesn't look at grey levels, so bins that suit the values badly must not get in its way. */
	private static Binning binning(final Map<FeatureFamily, List<Feature>> wanted, final ExtractionSettings settings) {
		return wanted.keySet().stream().allMatch(FeatureFamily::isShape) ? new Binning.FixedCount(1) : settings.binning();
	}

	/** The wanted features by family: shape first, else in the order in which they are wanted, each once. */
	private Map<FeatureFamily, List<Feature>> byFamily(final List<Feature> features) {
		final Map<FeatureFamily, List<Feature>> shape = new LinkedHashMap<>(), others = new LinkedHashMap<>();
		for (final Feature feature : features) {
			final FeatureFamily family = registry.family(feature.family()).orElseThrow(() -> new IllegalArgumentException(
				"no family '" + feature.family() + "' in the registry"));
			final List<Feature> list = (family.isShape() ? shape : others).computeIfAbsent(family, f -> new ArrayList<>());
			if (!list.contains(feature)) list.add(feature);
		}
		shape.putAll(others);
		return shape;
	}

	/** One family's part of the whole work. */
	private record Share(Progress whole, int index, int count, String title) implements Progress {

		@Override
		public void update(final double fraction, final String message) {
			whole.update((index + fraction) / count, message.isEmpty() ? title : title + ": " + message);
		}

		@Override
		public boolean isCancelled() {
			return whole.isCancelled();
		}
	}
}
