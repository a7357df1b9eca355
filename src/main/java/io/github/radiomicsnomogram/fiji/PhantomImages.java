package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;

import io.github.radiomicsnomogram.phantom.Outline;
import io.github.radiomicsnomogram.phantom.Phantom;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.List;
import java.util.Locale;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;

/** The example phantom as ImageJ shows it: a calibrated 16-bit stack, its ROIs, a label image. */
public final class PhantomImages {

	private static final double DISPLAY_MIN_HU = -160, DISPLAY_MAX_HU = 240;

	private PhantomImages() {}

	/** The CT: unsigned 16-bit, HU through the calibration function, mm, shown in a soft tissue window. */
	public static ImagePlus image(final Phantom phantom) {
		final Volume volume = phantom.volume();
		final Geometry grid = volume.geometry();
		final int width = (int) grid.size(0), height = (int) grid.size(1);
		final ImageStack stack = new ImageStack(width, height);
		final RandomAccess<? extends RealType<?>> at = volume.voxels().randomAccess();
		for (int z = 0; z < grid.size(2); z++) {
			final ShortProcessor slice = new ShortProcessor(width, height);
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++) {
					at.setPosition(new int[] { x, y, z });
					slice.set(x, y, (int) at.get().getRealDouble() + Phantom.STORED_OFFSET);
				}
			stack.addSlice("", slice);
		}
		final ImagePlus image = calibrated(Phantom.NAME, stack, grid);
		final Calibration c = image.getCalibration();
		c.setFunction(Calibration.STRAIGHT_LINE, new double[] { -Phantom.STORED_OFFSET, 1 }, volume.info().valueUnit());
		image.setDisplayRange(c.getRawValue(DISPLAY_MIN_HU), c.getRawValue(DISPLAY_MAX_HU));
		return image;
	}

	/** A label image on the same grid: 1 in the lesion, 2 in the muscle, 0 elsewhere. */
	public static ImagePlus labels(final Phantom phantom) {
		final Mask lesion = phantom.mask(), muscle = phantom.muscle();
		final Geometry grid = lesion.geometry();
		final int width = (int) grid.size(0), height = (int) grid.size(1);
		final ImageStack stack = new ImageStack(width, height);
		for (int z = 0; z < grid.size(2); z++) {
			final ByteProcessor slice = new ByteProcessor(width, height);
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++)
					slice.set(x, y, lesion.contains(x, y, z) ? 1 : muscle.contains(x, y, z) ? 2 : 0);
			stack.addSlice("", slice);
		}
		final ImagePlus image = calibrated(Phantom.NAME + "-labels", stack, grid);
		image.setDisplayRange(0, 2);
		return image;
	}

	/** The lesion's outlines as freehand ROIs, each on its slice, as in the ROI Manager. */
	public static List<Roi> rois(final Phantom phantom) {
		return phantom.outlines().stream().map(PhantomImages::roi).toList();
	}

	private static Roi roi(final Outline outline) {
		final Roi roi = new PolygonRoi(outline.x(), outline.y(), outline.x().length, Roi.FREEROI);
		roi.setPosition(outline.slice() + 1);
		roi.setName(String.format(Locale.ROOT, "%s-%02d", Phantom.ROI_NAME, outline.slice() + 1));
		return roi;
	}

	private static ImagePlus calibrated(final String title, final ImageStack stack, final Geometry grid) {
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(1, stack.size(), 1);
		final Calibration c = image.getCalibration();
		c.setUnit("mm");
		c.pixelWidth = grid.spacing(0);
		c.pixelHeight = grid.spacing(1);
		c.pixelDepth = grid.spacing(2);
		image.setSlice((stack.size() + 1) / 2);
		return image;
	}
}
