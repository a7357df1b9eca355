package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.dicom.SeriesSource;
import io.github.radiomicsnomogram.io.dicom.SourceSlice;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.List;
import java.util.Optional;

/**
 * A DICOM series as ImageJ shows it: calibrated in mm, values as ImageJ's tools read them (HU), slices in the order of
 * their positions with what is known of each in its label, and its place in the patient as a property, see
 * {@link DicomPlace}. Whole numbers of 16 bits stay such: signed ones are kept 32768 higher with a calibration function,
 * as ImageJ does; everything else becomes 32-bit.
 */
final class DicomImages {

	/** Property of the ImagePlus with the {@link SeriesSource}; not saved with it, as a path may name the patient. */
	static final String SOURCE = "dicom.source";

	private static final int SIGNED = 32768;
	private static final double[] SOFT_TISSUE = { 40, 400 };

	private final Volume volume;
	private final boolean whole;
	private final int width;
	private final int height;
	private final int offset;
	private double min = Double.POSITIVE_INFINITY;
	private double max = Double.NEGATIVE_INFINITY;
	private boolean rounded;

	private DicomImages(final Volume volume) {
		this.volume = volume;
		whole = volume.type() == VoxelType.INT16;
		width = (int) volume.geometry().size(0);
		height = (int) volume.geometry().size(1);
		offset = whole && hasNegative() ? SIGNED : 0;
	}

	/**
	 * Makes a stack.
	 *
	 * @param volume of the series
	 * @param source of the volume
	 * @return not shown
	 */
	static ImagePlus of(final Volume volume, final SeriesSource source, final boolean suv) {
		try {
			return new DicomImages(volume).image(source, suv);
		}
		catch (final OutOfMemoryError e) {
			throw new InputException("'" + volume.info().name() + "' needs more memory than ImageJ has (" + Runtime.getRuntime()
				.maxMemory() / (1 << 20) + " MB). Give it more in Edit > Options > Memory & Threads...", e);
		}
	}

	private ImagePlus image(final SeriesSource source, final boolean suv) {
		final Geometry g = volume.geometry();
		final DicomLabels labels = new DicomLabels(volume);
		final List<SourceSlice> slices = source.slices();
		final ImageStack stack = new ImageStack(width, height);
		for (int z = 0; z < g.size(2); z++)
			stack.addSlice(labels.of(slices.get(z), z), whole ? shorts(z) : floats(z));
		final ImagePlus image = new ImagePlus(title(source), stack);
		image.setDimensions(1, stack.size(), 1);
		image.setProperty("Info", labels.info(source));
		final Calibration c = image.getCalibration();
		c.setUnit("mm");
		c.pixelWidth = g.spacing(0);
		c.pixelHeight = g.spacing(1);
		c.pixelDepth = g.spacing(2);
		final String unit = volume.info().valueUnit();
		if (offset != 0) c.setFunction(Calibration.STRAIGHT_LINE, new double[] { -offset, 1 }, unit.isEmpty() ? "Gray Value"
			: unit);
		else if (!unit.isEmpty()) c.setValueUnit(unit);
		final double[] range = range(suv ? Optional.empty() : source.window());
		image.setDisplayRange(range[0] + offset, range[1] + offset);
		image.setSlice((stack.size() + 1) / 2);
		DicomPlace.keep(image, rounded ? warned() : volume);
		image.setProperty(SOURCE, source);
		return image;
	}

	/** The series' folder or file; of several in a folder also what the series is called. */
	private String title(final SeriesSource source) {
		if (source.all().size() == 1) return volume.info().name();
		final String text = source.series().description().strip();
		return volume.info().name() + " " + source.series().number() + (text.isEmpty() ? "" : " " + text);
	}

	private Volume warned() {
		return new Volume(volume.voxels(), volume.geometry(), volume.type(), volume.info().withWarning(
			"ImageJ keeps these values in single precision (about 7 digits); the command line computes with all of them."));
	}

	private double[] values(final int z) {
		return VoxelArrays.slice(volume, z);
	}

	private boolean hasNegative() {
		for (int z = 0; z < volume.geometry().size(2); z++)
			for (final double v : values(z))
				if (v < 0) return true;
		return false;
	}

	private short[] shorts(final int z) {
		final double[] values = values(z);
		final short[] pixels = new short[values.length];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = (short) ((int) values[i] + offset);
			min = Math.min(min, values[i]);
			max = Math.max(max, values[i]);
		}
		return pixels;
	}

	private float[] floats(final int z) {
		final double[] values = values(z);
		final float[] pixels = new float[values.length];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = (float) values[i];
			rounded |= pixels[i] != values[i];
			min = Math.min(min, values[i]);
			max = Math.max(max, values[i]);
		}
		return pixels;
	}

	/** The file's window; else soft tissue for HU, else everything. */
	private double[] range(final Optional<double[]> window) {
		final Optional<double[]> w = window.isPresent() || !volume.info().valueUnit().equals("HU") ? window : Optional.of(
			SOFT_TISSUE);
		return w.map(v -> new double[] { v[0] - v[1] / 2, v[0] + v[1] / 2 }).orElse(new double[] { min, max });
	}
}
