package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureFamily;
import io.github.radiomicsnomogram.feature.FeatureInput;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.filter.ImageFilter;
import io.github.radiomicsnomogram.filter.LogFilter;
import io.github.radiomicsnomogram.filter.WaveletFilter;
import io.github.radiomicsnomogram.preprocess.Interpolator;
import io.github.radiomicsnomogram.preprocess.Resampling;
import io.github.radiomicsnomogram.shape.ShapeStages;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.GreyLevels;
import io.github.radiomicsnomogram.volume.RoiVoxels;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A part of an extraction that is timed on its own. */
public enum Stage {

		/** The ROI's voxels out of the image. */
		CROP(roi -> () -> new RoiVoxels(roi.volume(), roi.mask())),
		/** Grey levels of 25 HU, and their grid. */
		DISCRETISE(roi -> {
			final RoiVoxels voxels = new RoiVoxels(roi.volume(), roi.mask());
			return () -> GreyLevels.of(voxels, new Binning.FixedWidth(25));
		}),
		/** Surface mesh. */
		MESH(roi -> new ShapeStages(new RoiVoxels(roi.volume(), roi.mask()))::mesh),
		/** Diameters. */
		DIAMETERS(roi -> new ShapeStages(new RoiVoxels(roi.volume(), roi.mask()))::diameters),
		/** Principal axes. */
		AXES(roi -> new ShapeStages(new RoiVoxels(roi.volume(), roi.mask()))::axes),
		/** Shape features, of the three above. */
		SHAPE(family("shape")),
		/** First-order features. */
		FIRSTORDER(family("firstorder")),
		/** Features of the family, its matrices included; so are the next ones. */
		GLCM(family("glcm")),
		/** Runs. */
		GLRLM(family("glrlm")),
		/** Zones. */
		GLSZM(family("glszm")),
		/** Dependences. */
		GLDM(family("gldm")),
		/** Tone differences. */
		NGTDM(family("ngtdm")),
		/** One LoG image. */
		LOG(filter(new LogFilter(List.of(2.0)))),
		/** Eight wavelet images. */
		WAVELET(filter(new WaveletFilter("coif1", 1, 0, false, 0))),
		/** Image and ROI on 1.2 mm. */
		RESAMPLE(roi -> {
			final Resampling resampling = new Resampling(List.of(1.2, 1.2, 1.2), Interpolator.BSPLINE, 5);
			return () -> resampling.apply(roi.volume(), roi.mask(), Progress.NONE);
		}),
		/** Checksum and statistics of the image, for the diagnostics. */
		SCAN(roi -> () -> ImageScan.of(roi.volume())),
		/** All features of the original image, from images in memory to values. */
		ALL(roi -> () -> new Extractor().extract(roi.volume(), roi.mask(), ExtractionSettings.defaults(), Progress.NONE)),
		/** Maps of all GLCM features, kernels of 27 voxels. */
		GLCM_MAPS(roi -> {
			final ExtractionSettings settings = ExtractionSettings.defaults().withVoxel(VoxelSettings.DEFAULT).withFeatures(wanted(
				FeatureRegistry.DEFAULT.family("glcm").orElseThrow()));
			return () -> new MapExtractor().extract(roi.volume(), roi.mask(), settings, Progress.NONE);
		});

	private final Function<SyntheticRoi, Supplier<Object>> work;

	Stage(final Function<SyntheticRoi, Supplier<Object>> work) {
		this.work = work;
	}

	/** The work on a case; what comes before it is done here. */
	public Supplier<Object> on(final SyntheticRoi roi) {
		return work.apply(roi);
	}

	private static Function<SyntheticRoi, Supplier<Object>> family(final String id) {
		return roi -> {
			final FeatureFamily family = FeatureRegistry.DEFAULT.family(id).orElseThrow();
			final FeatureInput input = FeatureInput.of(new RoiVoxels(roi.volume(), roi.mask()), new Binning.FixedWidth(25));
			final List<Feature> wanted = wanted(family);
			return () -> family.compute(input, wanted);
		};
	}

	private static List<Feature> wanted(final FeatureFamily family) {
		return family.features().stream().filter(f -> !f.deprecated()).toList();
	}

	/** Where the image is filtered as in an extraction: all of it, the ROI's box is kept. */
	private static Function<SyntheticRoi, Supplier<Object>> filter(final ImageFilter filter) {
		return roi -> () -> {
			final Object[] last = new Object[1];
			filter.apply(roi.volume(), roi.mask(), roi.mask().box(), Progress.NONE, image -> last[0] = image);
			return last[0];
		};
	}
}
