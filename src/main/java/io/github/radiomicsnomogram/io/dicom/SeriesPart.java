package io.github.radiomicsnomogram.io.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The planes of one series that make one image: all of them, or those of one orientation or acquisition.
 *
 * @param name what tells the part from the others of the series, "" if it is the whole
 * @param frames the planes as they are in the files
 * @param stack the planes on their grid, null if there is a problem
 * @param warnings what the user must be told when this is read
 * @param problem why it can't be read, "" if it can
 */
record SeriesPart(String name, List<Frame> frames, SliceStack stack, List<String> warnings, String problem) {

	/** More orientations than these are no scan in planes. */
	private static final int MOST_ORIENTATIONS = 16;

	/** Difference of cosines that is rounding. */
	private static final double SAME_ORIENTATION = 1e-3;

	/** What may tell apart two images at one place, in the order of trying. */
	private static final List<Tag> DIVIDERS = List.of(Tag.TEMPORAL_POSITION_IDENTIFIER, Tag.TEMPORAL_POSITION_INDEX,
		Tag.ACQUISITION_NUMBER, Tag.FRAME_ACQUISITION_NUMBER, Tag.STACK_ID, Tag.ECHO_TIME, Tag.EFFECTIVE_ECHO_TIME,
		Tag.ECHO_NUMBERS, Tag.DIFFUSION_B_VALUE, Tag.CONVOLUTION_KERNEL, Tag.KVP, Tag.IMAGE_TYPE, Tag.FRAME_TYPE,
		Tag.SERIES_DESCRIPTION, Tag.TRIGGER_TIME, Tag.ACQUISITION_TIME);

	/** Those of them that are the same in all planes of a scan, as times need not be. */
	private static final List<Tag> CONSTANT = DIVIDERS.subList(0, DIVIDERS.size() - 2);

	/**
	 * Divides a series into images.
	 *
	 * @param files all of the series, broken ones too, in an order that doesn't depend on chance
	 */
	static List<SeriesPart> of(final List<DicomFile> files) throws IOException {
		final Faults faults = new Faults();
		final List<String> warnings = new ArrayList<>();
		final List<Frame> frames = withoutLocalizers(frames(files, faults), warnings);
		final List<Slice> slices = new ArrayList<>();
		final Faults oddities = new Faults();
		for (final Frame frame : frames)
			try {
				final Slice slice = Slice.of(frame);
				slices.add(slice);
				PixelReader.warning(frame, slice.format()).ifPresent(w -> oddities.add(w, frame.where()));
				PixelReader.loss(frame).ifPresent(w -> oddities.add(w, frame.where()));
				frame.file().warnings().forEach(w -> oddities.add(w, frame.where()));
			}
			catch (final BadDicom e) {
				faults.add(e.getMessage(), frame.where());
			}
		warnings.addAll(oddities.all());
		if (!faults.isEmpty()) return List.of(new SeriesPart("", frames, null, warnings, faults.first()));
		return divided(slices, warnings);
	}

	private static List<Frame> frames(final List<DicomFile> files, final Faults faults) {
		final List<Frame> frames = new ArrayList<>();
		for (final DicomFile file : files)
			try {
				if (!file.problem().isEmpty()) throw new BadDicom(file.problem());
				frames.addAll(Frame.of(file));
			}
			catch (final BadDicom e) {
				faults.add(e.getMessage(), file.path().getFileName().toString());
			}
		return frames;
	}

	/** An overview picture that was stored with the series of its scan is no plane of it. */
	private static List<Frame> withoutLocalizers(final List<Frame> frames, final List<String> warnings) {
		final List<Frame> planes = frames.stream().filter(f -> !f.isLocalizer()).toList();
		if (planes.isEmpty() || planes.size() == frames.size()) return frames;
		warnings.add(frames.stream().filter(Frame::isLocalizer).map(Frame::where).limit(SliceStack.NAMED).collect(Collectors
			.joining(", ")) + ": left out, " + (frames.size() - planes.size()) + " of the series' images being localizers (" +
			Tag.IMAGE_TYPE + "), no planes of the scan.");
		return planes;
	}

	private static List<SeriesPart> divided(final List<Slice> slices, final List<String> warnings) throws IOException {
		final Map<String, List<Slice>> parts = new LinkedHashMap<>();
		final List<List<Slice>> orientations = orientations(slices);
		if (orientations.size() > MOST_ORIENTATIONS) return List.of(new SeriesPart("", frames(slices), null, warnings,
			"its images have more than " + MOST_ORIENTATIONS + " different orientations (" + Tag.IMAGE_ORIENTATION_PATIENT +
				"): they are not one volume"));
		for (final List<Slice> orientation : orientations) {
			final String name = orientations.size() == 1 ? "" : plane(orientation.get(0)) + " images, such as " + orientation
				.get(0).where();
			acquisitions(orientation).forEach((acquisition, planes) -> parts.put(name.isEmpty() || acquisition.isEmpty() ? name +
				acquisition : name + ", " + acquisition, planes));
		}
		final List<SeriesPart> all = new ArrayList<>();
		for (final Map.Entry<String, List<Slice>> part : parts.entrySet())
			all.add(onGrid(part.getKey(), part.getValue(), warnings));
		return all;
	}

	private static SeriesPart onGrid(final String name, final List<Slice> slices, final List<String> warnings)
		throws IOException
	{
		try {
			final SliceStack stack = SliceStack.of(slices);
			final List<String> all = new ArrayList<>(warnings);
			all.addAll(stack.warnings());
			return new SeriesPart(name, frames(slices), stack, List.copyOf(all), "");
		}
		catch (final BadDicom e) {
			return new SeriesPart(name, frames(slices), null, warnings, e.getMessage());
		}
	}

	private static List<Frame> frames(final List<Slice> slices) {
		return slices.stream().map(Slice::frame).toList();
	}

	private static List<List<Slice>> orientations(final List<Slice> slices) {
		final List<List<Slice>> groups = new ArrayList<>();
		for (final Slice slice : slices) {
			final List<Slice> group = groups.stream().filter(g -> isParallel(g.get(0), slice)).findFirst().orElse(null);
			if (group != null) group.add(slice);
			else groups.add(new ArrayList<>(List.of(slice)));
			if (groups.size() > MOST_ORIENTATIONS) break;
		}
		return groups;
	}

	private static boolean isParallel(final Slice a, final Slice b) {
		return Math.max(a.row().difference(b.row()), a.column().difference(b.column())) <= SAME_ORIENTATION;
	}

	private static String plane(final Slice slice) {
		final Vector n = slice.normal();
		final double x = Math.abs(n.x()), y = Math.abs(n.y()), z = Math.abs(n.z());
		return z >= x && z >= y ? "axial" : y >= x ? "coronal" : "sagittal";
	}

	/**
	 * Planes at one place are images of their own if one attribute tells them apart everywhere: then it has as many
	 * values as there are planes at a place, and no value has two of them. Acquisitions that cover the same part of the
	 * patient are images of their own even where their planes lie between each other's.
	 */
	private static Map<String, List<Slice>> acquisitions(final List<Slice> slices) {
		final int multiplicity = new SlicePositions(slices).multiplicity();
		for (final Tag tag : multiplicity > 1 ? DIVIDERS : CONSTANT) {
			final Map<String, List<Slice>> groups = slices.stream().collect(Collectors.groupingBy(s -> tag.keyword() + " " +
				DicomAttributes.shown(s.frame().text(tag).orElse("")), LinkedHashMap::new, Collectors.toList()));
			if (multiplicity > 1 ? groups.size() == multiplicity && groups.values().stream().allMatch(g -> new SlicePositions(g)
				.multiplicity() == 1) : areInterleaved(groups.values())) return groups;
		}
		return Map.of("", slices);
	}

	/** Whether groups of at least two planes each overlap, the next by more than half of its length. */
	private static boolean areInterleaved(final Collection<List<Slice>> groups) {
		if (groups.size() < 2 || groups.stream().anyMatch(g -> g.size() < 2)) return false;
		final List<double[]> ranges = new ArrayList<>();
		for (final List<Slice> group : groups) {
			final SlicePositions positions = new SlicePositions(group);
			final List<Slice> sorted = positions.sorted();
			ranges.add(new double[] { positions.along(sorted.get(0)), positions.along(sorted.get(sorted.size() - 1)) });
		}
		ranges.sort(Comparator.comparingDouble(r -> r[0]));
		for (int i = 1; i < ranges.size(); i++) {
			final double[] before = ranges.get(i - 1), range = ranges.get(i);
			if (Math.min(before[1], range[1]) - range[0] > (range[1] - range[0]) / 2) return true;
		}
		return false;
	}

	/** What is wrong, and with which files; one entry for each kind. */
	private static final class Faults {

		private final Map<String, List<String>> files = new LinkedHashMap<>();

		void add(final String fault, final String file) {
			files.computeIfAbsent(fault, f -> new ArrayList<>()).add(file);
		}

		boolean isEmpty() {
			return files.isEmpty();
		}

		List<String> all() {
			return files.entrySet().stream().map(f -> sentence(f) + ".").toList();
		}

		String first() {
			final String more = files.size() == 1 ? "" : ". Other files have other faults (" + (files.size() - 1) + ")";
			return sentence(files.entrySet().iterator().next()) + more;
		}

		private static String sentence(final Map.Entry<String, List<String>> fault) {
			final List<String> names = fault.getValue();
			final String named = names.stream().limit(SliceStack.NAMED).collect(Collectors.joining(", "));
			return named + (names.size() > SliceStack.NAMED ? " and " + (names.size() - SliceStack.NAMED) + " more" : "") +
				": " + fault.getKey();
		}
	}
}
