package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.filter.OriginalFilter;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.util.ConstantUtils;

/**
 * Extracts ROIs of one image: preprocessing, then shape, then for each image type its images and for each of these its
 * features; PyRadiomics' order. What concerns the whole image, its checksum and normalisation, is done once.
 */
public final class ImageExtractor {

	private final PreparedImage image;
	private final FeaturePlan plan;

	ImageExtractor(final PreparedImage image, final FeaturePlan plan) {
		this.image = image;
		this.plan = plan;
	}

	/** Computes now, once, what descriptions tell of the whole image; on any thread, even while a ROI is extracted. */
	public void describeImage() {
		image.scan();
	}

	/**
	 * Extracts a ROI.
	 *
	 * @param mask ROI
	 * @param label that it has in its label image, for the diagnostics
	 * @param progress the caller's ear and brake; hears each family
	 * @see Extractor#extract
	 */
	public Extraction extract(final Mask mask, final int label, final Progress progress) {
		return extract(mask, label, Optional.empty(), progress);
	}

	/**
	 * As {@link #extract(Mask, int, Progress)}.
	 *
	 * @param hash checksum of the mask's label image, if the caller knows it; else it is that of one with this ROI alone
	 */
	public Extraction extract(final Mask mask, final int label, final Optional<Supplier<String>> hash,
		final Progress progress)
	{
		final ExtractionSettings settings = image.settings().withLabel(label);
		final Steps steps = new Steps(progress, plan.shapeFamilies() + plan.greyFamilies() * settings.imageTypes().stream()
			.mapToInt(type -> FilterSettings.images(type.filter())).sum());
		final PreparedRoi roi = image.roi(mask, steps.between("Preprocessing"));
		final RoiVoxels voxels = image.voxels(roi);
		final List<String> warnings = new ArrayList<>();
		final List<Extraction.Entry> entries = new ArrayList<>(plan.shape(shape(roi, voxels), settings.general(), steps));
		entries.stream().filter(e -> !e.value().hasValue()).map(e -> e.value().reason()).distinct().forEach(warnings::add);
		if (plan.greyFamilies() > 0) for (final ImageType type : settings.imageTypes())
			addType(type, roi, voxels, entries, warnings, steps);
		progress.check();
		progress.update(1, "Features computed");
		final ValueRange range = ValueRange.of(voxels);
		final Supplier<Map<String, String>> description = () -> Provenance.of(image, mask, hash.orElse(() -> ImageScan
			.sha1OfLabels(mask, label)), roi, range, settings);
		return settings.additionalInfo() ? new Extraction(entries, description, warnings) : new Extraction(entries,
			description.get(), warnings);
	}

	/** Shape looks at the outline alone, so that voxels which were resegmented away may have any value. */
	private static RoiVoxels shape(final PreparedRoi roi, final RoiVoxels voxels) {
		if (roi.shape().equals(roi.mask())) return voxels;
		final Volume all = roi.image();
		return new RoiVoxels(new Volume(ConstantUtils.constantRandomAccessibleInterval(new ByteType(), all.voxels()), all
			.geometry(), VoxelType.INT8, all.info()), roi.shape());
	}

	/** @param voxels of the image as it is, which need not be read twice */
	private void addType(final ImageType type, final PreparedRoi roi, final RoiVoxels voxels,
		final List<Extraction.Entry> entries, final List<String> warnings, final Steps steps)
	{
		if (type.filter() instanceof OriginalFilter) {
			entries.addAll(plan.grey(OriginalFilter.NAME, voxels, type.features(), steps));
			return;
		}
		final BoundingBox region = roi.region();
		final Mask mask = roi.mask().cropped(region);
		type.filter().apply(roi.image(), roi.mask(), region, steps.between(type.name()), filtered -> entries.addAll(plan
			.grey(filtered.name(), new RoiVoxels(filtered.volume(), mask), type.features(), steps)));
		warnings.addAll(type.filter().omissions(roi.image().geometry()));
	}
}
