package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.DicomTags;
import io.github.radiomicsnomogram.io.LengthUnit;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * The one place where an ImageJ image becomes a {@link Volume}: voxels in mm, values through the image's calibration
 * function (HU). Nothing is copied: planes are the stack's own, read when they are asked for.
 * <p>
 * ImageJ doesn't know how a stack lies in the patient: its first voxel is at (0, 0, 0), its axes are x, y, z. Only a stack
 * that was opened by {@link DicomJob} remembers, see {@link DicomPlace}.
 */
public final class ImagePlusVolumes {

	private static final String PROPERTIES = "Image > Properties...";

	private ImagePlusVolumes() {}

	/**
	 * A view of an image of grey values.
	 *
	 * @param image stack of slices (one channel, one time point) with a voxel size in a metric unit
	 * @throws InputException if the image has colours, channels or time points, or its voxel size is unknown; the message
	 *           says what to set
	 */
	public static Volume of(final ImagePlus image) {
		final Geometry geometry = geometry(image);
		final GreyScale scale = GreyScale.of(image);
		final RandomAccessibleInterval<? extends RealType<?>> voxels = scale.apply(StackPlanes.of(image));
		final Optional<DicomPlace> place = DicomPlace.of(image);
		if (place.isPresent()) return placed(image, geometry, scale.type(), voxels, place.get());
		final Map<String, String> tags = ImageTags.of(image);
		final String unit = valueUnit(image, tags);
		final List<String> warnings = new ArrayList<>(DicomSlices.check(image));
		if (!DicomSlices.isRescaledAsTold(image)) warnings.addAll(ValueChecks.warnings(voxels, unit));
		if (image.getType() == ImagePlus.COLOR_256) warnings.add(
			"An 8-bit colour image: the numbers of its colours are taken as values");
		final Calibration c = image.getCalibration();
		if (geometry.size(2) > 1 && c.getUnit().equals("cm") && c.pixelDepth == 1) warnings.add(
			"Slices are 1 cm apart, as ImageJ assumes where a file doesn't tell; check Voxel Depth in " + PROPERTIES);
		return new Volume(voxels, geometry, scale.type(), new ImageInfo(image.getTitle(), unit, tags, warnings));
	}

	/** An image that was opened by {@link DicomJob}: the grid is that in the patient, as long as the image is as it was. */
	private static Volume placed(final ImagePlus image, final Geometry grid, final VoxelType shown,
		final RandomAccessibleInterval<? extends RealType<?>> voxels, final DicomPlace place)
	{
		final DicomPlace.State state = place.check(image, grid);
		ImageInfo info = place.info(image, state);
		if (state.touched()) for (final String warning : ValueChecks.warnings(voxels, info.valueUnit()))
			info = info.withWarning(warning);
		return new Volume(voxels, state.isPlaced() ? place.geometry() : grid, place.type(image, state, shown), info);
	}

	/** As {@link #of}, for an image of labels: without a look at what its values mean. */
	static Volume ofLabels(final ImagePlus image) {
		final Geometry geometry = geometry(image);
		final GreyScale scale = GreyScale.of(image);
		return new Volume(scale.apply(StackPlanes.of(image)), geometry, scale.type(), ImageInfo.of(image.getTitle(), ""));
	}

	/** Voxels and their size, as ImageJ has them: from (0, 0, 0) along x, y, z. */
	static Geometry geometry(final ImagePlus image) {
		requireOneStack(image);
		final Calibration c = image.getCalibration();
		final double[] spacing = { mm(image, "Pixel width", c.pixelWidth, c.getXUnit()), mm(image, "Pixel height",
			c.pixelHeight, c.getYUnit()), mm(image, "Voxel depth", c.pixelDepth, c.getZUnit()) };
		return Geometry.axisAligned(new long[] { image.getWidth(), image.getHeight(), image.getStackSize() }, spacing);
	}

	private static void requireOneStack(final ImagePlus image) {
		final String name = "Image '" + image.getTitle() + "'";
		if (image.getType() == ImagePlus.COLOR_RGB) throw new InputException(name +
			" is a colour (RGB) image. Open the original CT, not a screenshot.");
		if (image.getNChannels() > 1) throw new InputException(name + " has " + image.getNChannels() +
			" channels. Keep one of them (Image > Duplicate..., or Image > Color > Split Channels).");
		if (image.getNFrames() > 1) throw new InputException(name + " has " + image.getNFrames() +
			" time points. Keep one of them (Image > Duplicate...); if they are slices, say so in " + PROPERTIES +
			" (Slices (z), Frames (t)).");
		if (image.getStackSize() == 0 || image.getWidth() == 0) throw new InputException(name + " has no pixels.");
	}

	private static double mm(final ImagePlus image, final String field, final double size, final String unit) {
		final String name = "Image '" + image.getTitle() + "'";
		final double factor = LengthUnit.millimetres(unit).orElseThrow(() -> new InputException(name +
			" has its voxel size in '" + unit + "' (" + field + " " + size +
			"): its size in mm is unknown. Set unit of length mm and the voxel size in " + PROPERTIES));
		if (!(size > 0) || !Double.isFinite(size)) throw new InputException(name + " has " + field + " " + size + " " + unit +
			": it must be a positive number. Set it in " + PROPERTIES);
		return size * factor;
	}

	private static String valueUnit(final ImagePlus image, final Map<String, String> tags) {
		final String unit = image.getCalibration().getValueUnit().trim();
		final String lower = unit.toLowerCase(Locale.ROOT);
		if (lower.equals("hu") || lower.startsWith("hounsfield")) return "HU";
		final String byTags = DicomTags.valueUnit(tags);
		return byTags.isEmpty() && !lower.equals("gray value") ? unit : byTags;
	}
}
