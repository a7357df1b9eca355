package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.ImageStack;

import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an image that came from DICOM lies in the patient, kept as a property of the ImagePlus: it goes with copies of
 * the image and into TIFF files. ImageJ's tools know nothing of it, so it is held against the image before it is
 * believed: size, voxel size, order of the slices, and checksums of the pixels, which tell flips and turns.
 *
 * @param geometry of the grid when it was opened
 * @param type of the values when they were read
 * @param bits of a pixel
 * @param scaled whether the image had a calibration function
 * @param info unit, attributes and warnings of the reader
 * @param pixels checksum of each slice
 */
record DicomPlace(Geometry geometry, VoxelType type, int bits, boolean scaled, ImageInfo info, int[] pixels) {

	/** Property of the ImagePlus. */
	static final String PROPERTY = "dicom.geometry";

	/** Attributes that say where, which don't hold for a changed image. */
	private static final List<String> PLACES = List.of("FrameOfReferenceUID", "SeriesInstanceUID", "InstanceNumber");

	/** Share by which voxel sizes may differ: TIFF files keep them as ratios. */
	private static final double SAME_SPACING = 1e-5;

	/** mm by which slices may be off: labels hold every digit. */
	private static final double SAME_POSITION = 1e-3;

	private static final Pattern POSITION = Pattern.compile("0020,0032[^:\\n]*:([^\\n]*)");

	/**
	 * What became of an image.
	 *
	 * @param moved why its place is unknown now, or ""
	 * @param touched whether it has other pixels than it had
	 */
	record State(String moved, boolean touched) {

		boolean isPlaced() {
			return moved.isEmpty();
		}
	}

	/** As it is written to the property. */
	private record Kept(long[] size, double[] spacing, double[] origin, double[] direction, VoxelType type, int bits,
		boolean scaled, String unit, Map<String, String> tags, List<String> warnings, int[] pixels)
	{}

	/** Makes an image remember where it lies. */
	static void keep(final ImagePlus image, final Volume volume) {
		final Geometry g = volume.geometry();
		final ImageInfo i = volume.info();
		image.setProp(PROPERTY, new Gson().toJson(new Kept(g.size(), g.spacing(), g.origin(), g.direction(), volume.type(),
			image.getBitDepth(), image.getCalibration().calibrated(), i.valueUnit(), i.tags(), i.warnings(), PixelSums.of(image
				.getStack()))));
	}

	/** What an image remembers; nothing if it never came from DICOM, or its property is damaged. */
	static Optional<DicomPlace> of(final ImagePlus image) {
		final String text = image.getProp(PROPERTY);
		if (text == null || text.isEmpty()) return Optional.empty();
		try {
			final Kept k = new Gson().fromJson(text, Kept.class);
			final Geometry g = new Geometry(k.size, k.spacing, k.origin, k.direction);
			return Optional.of(new DicomPlace(g, k.type, k.bits, k.scaled, new ImageInfo(image.getTitle(), k.unit, k.tags,
				k.warnings), k.pixels));
		}
		catch (final JsonParseException | IllegalArgumentException | NullPointerException e) {
			return Optional.empty();
		}
	}

	/**
	 * Why an image's place in the patient is unknown; nothing if it is known.
	 *
	 * @param grid of the image as ImageJ has it
	 */
	static Optional<String> unplaced(final ImagePlus image, final Geometry grid) {
		final Optional<DicomPlace> place = of(image);
		if (place.isEmpty()) return Optional.of("it wasn't opened with Plugins > Radiomics > Open DICOM Series...");
		return Optional.of(place.get().check(image, grid).moved()).filter(m -> !m.isEmpty());
	}

	/**
	 * Holds what is remembered against the image.
	 *
	 * @param grid of the image as ImageJ has it
	 */
	State check(final ImagePlus image, final Geometry grid) {
		for (int d = 0; d < 3; d++) {
			if (grid.size(d) != geometry.size(d)) return moved("it had " + geometry.size(d) + " voxels along " + "xyz".charAt(d) +
				", now it has " + grid.size(d));
			if (Math.abs(grid.spacing(d) - geometry.spacing(d)) > SAME_SPACING * geometry.spacing(d)) return moved(
				"its voxels were " + geometry.spacing(d) + " mm along " + "xyz".charAt(d) + ", now they are " + grid.spacing(d));
		}
		final ImageStack stack = image.getStack();
		if (!stack.isVirtual() && image.getBitDepth() == bits && Arrays.equals(pixels, PixelSums.of(stack))) return new State(
			"", false);
		final Optional<String> disorder = disorder(stack);
		if (disorder.isPresent()) return moved(disorder.get());
		if (!stack.isVirtual() && image.getBitDepth() == bits) {
			final Optional<String> turned = PixelSums.turned(stack, pixels);
			if (turned.isPresent()) return moved("it was " + turned.get());
		}
		return new State("", true);
	}

	private static State moved(final String why) {
		return new State("it was changed since it was opened: " + why, true);
	}

	/** Whether slices have another order, by the positions in their labels. */
	private Optional<String> disorder(final ImageStack stack) {
		for (int z = 0; z < stack.size(); z++) {
			final String label = stack.getSliceLabel(z + 1);
			final Matcher position = POSITION.matcher(label == null ? "" : label);
			if (stack.size() == 1 && !position.find()) return Optional.empty();
			position.reset();
			if (!position.find()) return Optional.of("pixels are others, and the label of slice " + (z + 1) +
				" doesn't tell its position any more");
			if (distance(position.group(1), geometry.toPatient(0, 0, z)) > SAME_POSITION) return Optional.of("slice " + (z + 1) +
				" was at " + shown(geometry.toPatient(0, 0, z)) + ", now a slice from" + position.group(1) + " is there");
		}
		return Optional.empty();
	}

	private static double distance(final String text, final double[] place) {
		final String[] words = text.trim().split("\\\\");
		double most = words.length == 3 ? 0 : Double.POSITIVE_INFINITY;
		for (int d = 0; d < 3 && words.length == 3; d++)
			try {
				most = Math.max(most, Math.abs(Double.parseDouble(words[d].trim()) - place[d]));
			}
			catch (final NumberFormatException e) {
				return Double.POSITIVE_INFINITY;
			}
		return most;
	}

	/** As labels have it. */
	static String shown(final double[] place) {
		return place[0] + "\\" + place[1] + "\\" + place[2];
	}

	/** What is known of the image, for a volume. */
	ImageInfo info(final ImagePlus image, final State state) {
		final Map<String, String> tags = new TreeMap<>(info.tags());
		final List<String> warnings = new ArrayList<>(info.warnings());
		if (!state.isPlaced()) {
			tags.keySet().removeAll(PLACES);
			warnings.add("'" + image.getTitle() + "' came from DICOM, but " + state.moved() +
				": its place in the patient isn't known any more. DICOM ROIs can't be used on it.");
		}
		else if (state.touched()) warnings.add("'" + image.getTitle() +
			"' has other pixels than when it was opened from DICOM; it was taken to lie at the same place.");
		return new ImageInfo(image.getTitle(), info.valueUnit(), tags, warnings);
	}

	/** The type to compute in: that of the file, if the pixels are still the file's. */
	VoxelType type(final ImagePlus image, final State state, final VoxelType shown) {
		return !state.touched() && image.getBitDepth() == bits && image.getCalibration().calibrated() == scaled ? type : shown;
	}
}
