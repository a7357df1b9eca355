package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import io.github.radiomicsnomogram.InputException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Holds a stack against the DICOM headers that ImageJ keeps in its slices' labels. ImageJ sorts a series by file name or
 * number, takes the voxel depth from the first and last slice, and the calibration from the first.
 */
final class DicomSlices {

	private static final String POSITION = "0020,0032", ORIENTATION = "0020,0037";
	private static final String INTERCEPT = "0028,1052", SLOPE = "0028,1053";
	/** Differences of slice distances below this share are rounding of the header's decimals. */
	private static final double UNEVEN = 0.01;
	private static final String ELSEWHERE =
		" Give the folder of the series to the command line, or open it with another importer.";

	private final ImagePlus image;
	private final List<String> headers = new ArrayList<>();
	private final List<String> warnings = new ArrayList<>();

	private DicomSlices(final ImagePlus image) {
		this.image = image;
		final ImageStack stack = image.getStack();
		// Labels of a virtual stack come with its pixels, which are not to be read here.
		if (stack.isVirtual()) return;
		for (int i = 1; i <= stack.size(); i++) {
			final String label = stack.size() == 1 && stack.getSliceLabel(1) == null ? image.getInfoProperty() : stack
				.getSliceLabel(i);
			if (label != null && label.indexOf('\n') >= 0) headers.add(label);
		}
		if (headers.size() != stack.size()) headers.clear();
	}

	/**
	 * What is odd about a stack that came from DICOM files; nothing for others.
	 *
	 * @throws InputException if its slices are out of order, or rescaled differently, so that voxels are wrong
	 */
	static List<String> check(final ImagePlus image) {
		final DicomSlices slices = new DicomSlices(image);
		if (slices.headers.isEmpty()) return List.of();
		slices.checkPositions();
		slices.checkRescale();
		return slices.warnings;
	}

	/** Whether the headers say how stored values become physical ones, and the image's calibration does so. */
	static boolean isRescaledAsTold(final ImagePlus image) {
		final DicomSlices slices = new DicomSlices(image);
		return !slices.headers.isEmpty() && slices.rescale(0).isPresent() && slices.follows(slices.rescale(0).get());
	}

	/** Whether slices follow each other against row x column, as ImageJ shows a series that is numbered from the head down. */
	static boolean isDownwards(final ImagePlus image) {
		final double[] at = new DicomSlices(image).positions();
		return at.length > 1 && at[at.length - 1] < at[0];
	}

	private void checkPositions() {
		final double[] at = positions();
		if (at.length > 1) checkSteps(at);
	}

	/** Of the slices, in mm along their normal; none if a header doesn't tell. */
	private double[] positions() {
		final double[] at = new double[headers.size()];
		for (int i = 0; i < at.length; i++) {
			final Optional<double[]> position = numbers(i, POSITION, 3);
			if (position.isEmpty()) return new double[0];
			final double[] n = normal();
			at[i] = position.get()[0] * n[0] + position.get()[1] * n[1] + position.get()[2] * n[2];
		}
		return at;
	}

	private void checkSteps(final double[] at) {
		final double[] steps = new double[at.length - 1];
		for (int i = 0; i < steps.length; i++) {
			steps[i] = Math.abs(at[i + 1] - at[i]);
			if (!((at[i + 1] - at[i]) * (at[at.length - 1] - at[0]) > 0)) throw new InputException(String.format(Locale.ROOT,
				"Image '%s': its slices aren't in the order of their positions: slice %d lies at %s mm, slice %d at %s mm, but " +
					"the stack runs from %s to %s mm.", image.getTitle(), i + 1, at[i], i + 2, at[i + 1], at[0], at[at.length - 1]) +
				ELSEWHERE);
		}
		final double[] sorted = steps.clone();
		Arrays.sort(sorted);
		final double usual = sorted[sorted.length / 2];
		for (int i = 0; i < steps.length; i++)
			if (Math.abs(steps[i] - usual) > UNEVEN * usual) {
				warnings.add(String.format(Locale.ROOT, "Slices %d and %d are %s mm apart, most others %s mm: is one missing?", i + 1, i +
					2, steps[i], usual));
				break;
			}
		final double depth = image.getCalibration().pixelDepth;
		if (image.getCalibration().getZUnit().equals("mm") && Math.abs(usual - depth) > UNEVEN * depth) warnings.add(
			"Voxel depth is " + depth + " mm, but the slices' positions are " + usual +
				" mm apart; set it in Image > Properties...");
	}

	/** Of the first slice; upwards if the header doesn't tell. */
	private double[] normal() {
		final double[] o = numbers(0, ORIENTATION, 6).orElse(new double[] { 1, 0, 0, 0, 1, 0 });
		return new double[] { o[1] * o[5] - o[2] * o[4], o[2] * o[3] - o[0] * o[5], o[0] * o[4] - o[1] * o[3] };
	}

	private void checkRescale() {
		if (image.getBitDepth() == 32 || rescale(0).isEmpty()) return;
		final double[] first = rescale(0).get();
		for (int i = 1; i < headers.size(); i++) {
			final double[] other = rescale(i).orElse(first);
			if (other[0] != first[0] || other[1] != first[1]) throw new InputException("Image '" + image.getTitle() +
				"': slice 1 has rescale slope " + first[1] + " and intercept " + first[0] + ", slice " + (i + 1) + " has " + other[1] +
				" and " + other[0] + ", but ImageJ calibrates all slices alike." + ELSEWHERE);
		}
		if (!follows(first)) warnings.add("The DICOM header says value = " + first[1] + " x stored " + (first[0] < 0 ? "- " +
			-first[0] : "+ " + first[0]) + ", the image's calibration says otherwise: values may be wrong (Analyze > Calibrate...)");
	}

	/** Whether calibrated values are slope x stored + intercept; ImageJ keeps signed values 32768 higher. */
	private boolean follows(final double[] told) {
		if (image.getBitDepth() == 32) return true;
		final Calibration c = image.getCalibration();
		final double zero = c.getCValue(0.0), slope = c.getCValue(1.0) - zero;
		// Coefficients are sums and differences of numbers with a few decimals.
		final double near = 1e-6 * Math.max(1, Math.abs(told[0]));
		return Math.abs(slope - told[1]) <= 1e-6 && (Math.abs(zero - told[0]) <= near || Math.abs(zero - told[0] + 32768 *
			told[1]) <= near);
	}

	/** Intercept and slope. */
	private Optional<double[]> rescale(final int slice) {
		final Optional<double[]> intercept = numbers(slice, INTERCEPT, 1), slope = numbers(slice, SLOPE, 1);
		if (intercept.isEmpty() || slope.isEmpty()) return Optional.empty();
		return Optional.of(new double[] { intercept.get()[0], slope.get()[0] });
	}

	private Optional<double[]> numbers(final int slice, final String tag, final int count) {
		final String header = headers.get(slice);
		final int at = header.indexOf(tag);
		if (at < 0) return Optional.empty();
		final int end = header.indexOf('\n', at);
		final String line = header.substring(at + tag.length(), end < 0 ? header.length() : end);
		final String[] words = line.substring(line.indexOf(':') + 1).trim().split("\\\\");
		if (words.length != count) return Optional.empty();
		try {
			final double[] values = new double[count];
			for (int i = 0; i < count; i++)
				values[i] = Double.parseDouble(words[i].trim());
			return Optional.of(values);
		}
		catch (final NumberFormatException e) {
			return Optional.empty();
		}
	}
}
