package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.process.ByteProcessor;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.AtomicFiles;
import io.github.radiomicsnomogram.io.MetaWriter;
import io.github.radiomicsnomogram.io.NiftiWriter;
import io.github.radiomicsnomogram.io.NrrdWriter;
import io.github.radiomicsnomogram.io.dicom.SegWriter;
import io.github.radiomicsnomogram.io.dicom.SeriesSource;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the ROIs of an image as files: the very voxels that features are computed of. */
public final class MaskJob {

	private static final String FORMATS = ".nrrd, .nii, .nii.gz, .mha, .tif (label image), .zip (ImageJ ROIs) or .dcm (DICOM SEG)";

	/**
	 * What was written.
	 *
	 * @param file that was written
	 * @param voxels of each ROI
	 * @param messages what the user should know
	 */
	public record Result(Path file, List<Long> voxels, List<String> messages) {

		/** In one line. */
		public String summary() {
			return (voxels.size() == 1 ? "1 ROI of " + voxels.get(0) + " voxels" : voxels.size() + " ROIs") + " written to " + file;
		}
	}

	private MaskJob() {}

	/**
	 * Writes ROIs. Several of a label image or DICOM file become segments of a DICOM SEG, ROIs of a zip file, and labels 1,
	 * 2, ... of a label image, where they must not overlap.
	 *
	 * @param image stack; null if none is open
	 * @throws InputException if something can't be used; the message says what and what to do
	 */
	public static Result run(final ImagePlus image, final MaskOptions options, final Progress progress) {
		final ImagePlus stack = PredictJob.stack(image);
		final Path file = RoiResolver.path(options.out(), MaskOptions.OUT);
		final String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
		if (!name.matches(".*\\.(nrrd|nii|nii\\.gz|mha|tiff?|zip|dcm)")) throw new InputException("'" + file + "' (" +
			MaskOptions.OUT + ") must end in " + FORMATS + ".");
		AtomicFiles.requireWritable(file);
		final Volume volume = ImagePlusVolumes.of(stack);
		final List<Mask> masks = new ArrayList<>();
		final List<String> messages = new ArrayList<>();
		for (final LabelledRoi roi : RoiResolver.masks(stack, volume, options.roi(), 1)) {
			progress.check();
			final RoiMask mask = roi.mask().get();
			masks.add(mask.mask());
			messages.addAll(mask.warnings());
		}
		write(stack, masks, file, name);
		return new Result(file, masks.stream().map(Mask::voxelCount).toList(), messages);
	}

	private static void write(final ImagePlus stack, final List<Mask> masks, final Path file, final String name) {
		if (name.endsWith(".dcm")) SegWriter.write(masks, source(stack, masks.get(0)), file);
		else if (name.endsWith(".zip")) RoiWriter.write(masks.stream().flatMap(m -> RoiShapes.of(m).stream()).toList(), file);
		else if (name.endsWith(".tif") || name.endsWith(".tiff")) tiff(stack, masks, file);
		else if (masks.size() > 1) throw new InputException("'" + file + "' would hold " + masks.size() +
			" ROIs, but " + name.substring(name.indexOf('.')) + " is written of one. Choose one, or write .dcm, .zip or .tif.");
		else if (name.endsWith(".mha")) MetaWriter.write(masks.get(0), file);
		else if (name.endsWith(".nrrd")) NrrdWriter.write(masks.get(0), file);
		else NiftiWriter.write(masks.get(0), file);
	}

	private static SeriesSource source(final ImagePlus stack, final Mask mask) {
		DicomPlace.unplaced(stack, ImagePlusVolumes.geometry(stack)).ifPresent(why -> {
			throw new InputException("A DICOM segmentation belongs to a DICOM series, and image '" + stack.getTitle() +
				"' can't be used as one: " + why + ". Write .nrrd or .nii.gz, or open the images with Plugins > Radiomics > " +
				"Open DICOM Series... again.");
		});
		if (stack.getProperty(DicomImages.SOURCE) instanceof SeriesSource source && source.geometry().equals(mask.geometry()))
			return source;
		throw new InputException("From which files image '" + stack.getTitle() +
			"' was opened isn't known, as for copies and saved images. Write the ROI as .zip or .nrrd here, open the images with " +
			"Plugins > Radiomics > Open DICOM Series... and write the segmentation from there, with that file as the ROI (" +
			PredictOptions.ROI_FILE + ").");
	}

	/** A label image as ImageJ saves it, calibrated like the image. */
	private static void tiff(final ImagePlus stack, final List<Mask> masks, final Path file) {
		if (masks.size() > 255) throw new InputException("A label image has at most 255 labels, not " + masks.size() + ".");
		final int width = stack.getWidth(), height = stack.getHeight();
		final ImageStack slices = new ImageStack(width, height);
		for (int z = 0; z < stack.getStackSize(); z++) {
			final ByteProcessor slice = new ByteProcessor(width, height);
			for (int m = 0; m < masks.size(); m++)
				paint(masks, m, z, slice);
			slices.addSlice(stack.getStack().getShortSliceLabel(z + 1), slice);
		}
		final ImagePlus labels = new ImagePlus(String.valueOf(file.getFileName()), slices);
		labels.setDimensions(1, slices.size(), 1);
		final Calibration c = stack.getCalibration().copy();
		c.disableDensityCalibration();
		labels.setCalibration(c);
		labels.setDisplayRange(0, masks.size());
		final byte[] bytes = new FileSaver(labels).serialize();
		AtomicFiles.write(file, out -> out.write(bytes));
	}

	private static void paint(final List<Mask> masks, final int m, final int z, final ByteProcessor slice) {
		final Mask mask = masks.get(m);
		for (int y = mask.box().y0(); y <= mask.box().y1(); y++)
			for (int x = mask.box().x0(); x <= mask.box().x1(); x++) {
				if (!mask.contains(x, y, z)) continue;
				if (slice.get(x, y) != 0) throw new InputException("The ROIs '" + masks.get(slice.get(x, y) - 1).name() + "' and '" +
					mask.name() + "' overlap, which a label image can't hold. Write .dcm or .zip, or one at a time.");
				slice.set(x, y, m + 1);
			}
	}
}
