package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.volume.Geometry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The planes of one image in order, each at its place of a rectangular grid. Copies of a plane are left out.
 *
 * @param slices ascending along row x column
 * @param geometry of the grid; spacing along z is the distance of the first and the last plane by their number of gaps
 * @param warnings what the user must be told
 */
record SliceStack(List<Slice> slices, Geometry geometry, List<String> warnings) {

	/** Relative difference of pixel spacings that is rounding. */
	private static final double SPACING_TOLERANCE = 1e-4;

	/** How planes were taken; where they differ, values may mean different things. */
	private static final List<Tag> SETTINGS = List.of(Tag.ECHO_TIME, Tag.EFFECTIVE_ECHO_TIME, Tag.ECHO_NUMBERS,
		Tag.DIFFUSION_B_VALUE, Tag.CONVOLUTION_KERNEL, Tag.KVP);

	/** Largest number of files that a message names. */
	static final int NAMED = 5;

	/**
	 * Orders and checks planes of one orientation.
	 *
	 * @throws BadDicom if they are no rectangular grid: sizes or spacings differ, two planes lie at one place, one is
	 *           missing, distances differ, or they are sheared
	 */
	static SliceStack of(final List<Slice> slices) throws IOException, BadDicom {
		requireAlike(slices, s -> Tag.MODALITY + " '" + s.frame().file().modality() + "'");
		requireAlike(slices.stream().filter(s -> s.frame().has(Tag.STUDY_INSTANCE_UID)).toList(), s -> Tag.STUDY_INSTANCE_UID +
			" " + s.frame().text(Tag.STUDY_INSTANCE_UID).orElse(""));
		requireAlike(slices, s -> s.format().rows() + " rows and " + s.format().columns() + " columns");
		requireSameSpacing(slices);
		requireAlike(slices, s -> s.rescale().given() ? "rescale slope and intercept" : "no rescale slope and intercept");
		requireAlike(slices, s -> "unit '" + s.frame().text(Tag.UNITS).orElse(s.rescale().type()) + "'");
		final List<String> warnings = new ArrayList<>();
		final List<Slice> single = withoutCopies(new SlicePositions(slices), warnings);
		final long frames = slices.stream().map(s -> s.frame().text(Tag.FRAME_OF_REFERENCE_UID)).distinct().count();
		if (frames > 1) warnings.add("The slices name " + frames + " different frames of reference (" +
			Tag.FRAME_OF_REFERENCE_UID + "); their positions were taken as those of one.");
		for (final Tag tag : SETTINGS)
			differing(single, tag).ifPresent(warnings::add);
		final Geometry geometry = new SliceGrid(single).geometry(warnings);
		warnings.addAll(Acquisition.warnings(single.get(0)));
		return new SliceStack(single, geometry, List.copyOf(warnings));
	}

	private static Optional<String> differing(final List<Slice> slices, final Tag tag) {
		final List<String> values = slices.stream().map(s -> "'" + DicomAttributes.shown(s.frame().text(tag).orElse("")) + "'")
			.distinct().toList();
		return values.size() == 1 ? Optional.empty() : Optional.of("The slices were taken with different " + tag + ": " + values
			.stream().limit(NAMED).collect(Collectors.joining(", ")) + (values.size() > NAMED ? ", ..." : "") + ".");
	}

	private static void requireSameSpacing(final List<Slice> slices) throws BadDicom {
		final Slice first = slices.get(0);
		for (final Slice s : slices)
			if (differ(s.spacingX(), first.spacingX()) || differ(s.spacingY(), first.spacingY())) {
				requireAlike(slices, t -> Tag.PIXEL_SPACING + " " + t.spacingY() + "\\" + t.spacingX());
			}
	}

	private static boolean differ(final double a, final double b) {
		return Math.abs(a - b) > SPACING_TOLERANCE * b;
	}

	private static void requireAlike(final List<Slice> slices, final Function<Slice, String> property) throws BadDicom {
		final Map<String, List<Slice>> groups = slices.stream().collect(Collectors.groupingBy(property, LinkedHashMap::new,
			Collectors.toList()));
		if (groups.size() <= 1) return;
		final int most = groups.values().stream().mapToInt(List::size).max().orElse(0);
		final String usual = groups.entrySet().stream().filter(e -> e.getValue().size() == most).findFirst().orElseThrow()
			.getKey();
		groups.remove(usual);
		final String odd = groups.keySet().iterator().next();
		final List<Slice> others = groups.get(odd);
		throw new BadDicom(names(others) + (others.size() == 1 ? " has " : " have ") + odd + ", but " + most + (most == 1
			? " other image of the series has " : " other images of the series have ") + usual +
			": they are not one volume. Move what doesn't belong to it out of the folder, or export the series again");
	}

	/** Planes at one place are one plane if they hold the same; else nobody knows which one is meant. */
	private static List<Slice> withoutCopies(final SlicePositions positions, final List<String> warnings)
		throws IOException, BadDicom
	{
		final List<Slice> single = new ArrayList<>();
		final List<Slice> copies = new ArrayList<>();
		for (final List<Slice> place : positions.places()) {
			single.add(place.get(0));
			for (final Slice other : place.subList(1, place.size())) {
				if (!isCopy(place.get(0), other)) throw samePlace(positions, place);
				copies.add(other);
			}
		}
		if (!copies.isEmpty()) warnings.add(names(copies) + (copies.size() == 1 ? " was left out: it is a copy"
			: " were left out: they are copies") + " of an image at the same position.");
		return single;
	}

	private static boolean isCopy(final Slice a, final Slice b) throws IOException, BadDicom {
		if (!a.format().equals(b.format()) || !a.rescale().equals(b.rescale()) || !a.position().equals(b.position()))
			return false;
		final PixelReader reader = PixelReader.of(List.of(a, b));
		return PixelReader.isBig(a) == PixelReader.isBig(b) && Arrays.equals(reader.read(a, new byte[0]), reader
			.read(b, new byte[0]));
	}

	private static BadDicom samePlace(final SlicePositions positions, final List<Slice> place) {
		final long doubled = positions.places().stream().filter(p -> p.size() > 1).count();
		return new BadDicom(names(place) + " are different images at the same position (" + Tag.IMAGE_POSITION_PATIENT + " " +
			place.get(0).frame().text(Tag.IMAGE_POSITION_PATIENT).orElse("") + "), and so at " + doubled + " of " + positions
				.places().size() + " positions. Keep one image for each position, for example by moving the others out of the " +
			"folder");
	}

	/** The files of some planes in words, at most {@link #NAMED} of them. */
	static String names(final List<Slice> slices) {
		final String named = slices.stream().limit(NAMED).map(Slice::where).collect(Collectors.joining(", "));
		return slices.size() <= NAMED ? named : named + " and " + (slices.size() - NAMED) + " more";
	}

	/** A length for a message: at most 4 decimals. */
	static String mm(final double length) {
		return String.format(Locale.ROOT, "%.4f", length).replaceAll("\\.?0+$", "");
	}
}
