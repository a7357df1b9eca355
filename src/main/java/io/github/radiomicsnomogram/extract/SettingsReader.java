package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.preprocess.Interpolator;
import io.github.radiomicsnomogram.preprocess.Normalization;
import io.github.radiomicsnomogram.preprocess.Resampling;
import io.github.radiomicsnomogram.preprocess.Resegmentation;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.TextureSettings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Makes settings of a parameter file's values, with PyRadiomics' defaults for those that are not there. */
final class SettingsReader {

	private SettingsReader() {}

	/** What features read. */
	static FeatureSettings features(final ParameterView view) {
		final TextureSettings defaults = TextureSettings.DEFAULT;
		final Optional<TextureSettings.Norm> norm = view.value("weightingNorm").map(n -> TextureSettings.Norm.valueOf(n
			.text().toUpperCase(Locale.ROOT)));
		final TextureSettings texture = new TextureSettings(view.list("distances", defaults.distances(),
			ParameterNode::integer), view.bool("symmetricalGLCM", true), norm, view.integer("gldm_a", 0), view.bool("force2D",
				false), view.integer("force2Ddimension", 0));
		return new FeatureSettings(binning(view), texture, view.integer("voxelArrayShift", 0));
	}

	/** binCount wins, as in PyRadiomics. */
	private static Binning binning(final ParameterView view) {
		return view.value("binCount").<Binning>map(n -> new Binning.FixedCount(n.integer())).orElseGet(
			() -> new Binning.FixedWidth(view.number("binWidth", ((Binning.FixedWidth) Binning.DEFAULT).binWidth())));
	}

	/** Which ROI. */
	static RoiSelection roi(final ParameterView view) {
		final RoiRules rules = new RoiRules(view.integer("minimumROIDimensions", RoiRules.DEFAULT.minimumROIDimensions()),
			view.value("minimumROISize").map(ParameterNode::integer).orElse(0), view.value("geometryTolerance").map(
				ParameterNode::number).orElse(0.0), view.bool("correctMask", false));
		return new RoiSelection(view.integer("label", 1), view.value("label_channel").map(ParameterNode::integer).orElse(0),
			rules);
	}

	/** Steps before filters. */
	static Preprocessing preprocessing(final ParameterView view) {
		final Optional<Resampling> resampling = resampling(view);
		final OptionalInt preCrop = view.bool("preCrop", false) && resampling.isEmpty() ? OptionalInt.of(pad(view))
			: OptionalInt.empty();
		return new Preprocessing(normalization(view), resampling, preCrop, resegmentation(view), view.bool("resegmentShape",
			false));
	}

	private static int pad(final ParameterView view) {
		return view.integer("padDistance", Preprocessing.DEFAULT_PAD);
	}

	private static Optional<Normalization> normalization(final ParameterView view) {
		if (!view.bool("normalize", false)) return Optional.empty();
		final OptionalDouble outliers = view.value("removeOutliers").map(n -> OptionalDouble.of(n.number())).orElse(
			OptionalDouble.empty());
		return Optional.of(new Normalization(view.number("normalizeScale", 1), outliers));
	}

	/** Without an interpolator there is no resampling. */
	private static Optional<Resampling> resampling(final ParameterView view) {
		if (view.value("resampledPixelSpacing").isEmpty() || view.isNull("interpolator")) return Optional.empty();
		final List<Double> spacing = view.list("resampledPixelSpacing", List.of(), ParameterNode::number);
		final Interpolator interpolator = view.value("interpolator").map(n -> n.isWhole() ? Integer.toString(n.integer()) : n
			.text()).map(Interpolator::ofName).orElse(Interpolator.BSPLINE);
		return Optional.of(new Resampling(spacing, interpolator, pad(view)));
	}

	private static Optional<Resegmentation> resegmentation(final ParameterView view) {
		if (view.value("resegmentRange").isEmpty()) return Optional.empty();
		return Optional.of(new Resegmentation(view.list("resegmentRange", List.of(), ParameterNode::number),
			Resegmentation.Mode.ofName(view.text("resegmentMode", "absolute"))));
	}

	/** Settings of feature maps. */
	static VoxelSettings voxel(final ParameterView view) {
		return new VoxelSettings(view.integer("kernelRadius", 1), view.bool("maskedKernel", true), view.value("initValue")
			.map(ParameterNode::numberOrNaN).orElse(0.0), view.integer("voxelBatch", VoxelSettings.ALL));
	}
}
