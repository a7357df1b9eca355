package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.FileErrors;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A DICOM Segmentation (PS3.3, A.51) or Label Map Segmentation: segments as frames of pixels, which lie on the voxels
 * of an image; voxels without a frame are outside. Of a fractional segmentation the pixels count whose fraction is at
 * least a threshold. Immutable.
 */
public final class Seg implements DicomRois {

	/** Fraction from which on a pixel of a fractional segmentation is inside, unless another is wanted. */
	public static final double THRESHOLD = 0.5;

	private static final String BINARY_OR_FRACTIONAL = "1.2.840.10008.5.1.4.1.1.66.4";
	private static final String LABEL_MAP = "1.2.840.10008.5.1.4.1.1.66.7";
	private static final int HIGHEST = 0xFFFF;

	/** How pixels say to which segment they belong. */
	private enum Type {
			BINARY, FRACTIONAL, LABELMAP
	}

	private final DicomFile dicom;
	private final double threshold;
	private final Type type;
	private final List<Frame> frames;
	/** Frames of each segment, by its number; of a label map each frame belongs to all. */
	private final Map<Integer, List<Frame>> framesOf = new HashMap<>();
	private final List<DicomRoi> rois = new ArrayList<>();

	private Seg(final DicomFile dicom, final double threshold) throws BadDicom {
		this.dicom = dicom;
		this.threshold = threshold;
		if (!dicom.problem().isEmpty()) throw new BadDicom(dicom.problem());
		if (!List.of(BINARY_OR_FRACTIONAL, LABEL_MAP, "").contains(dicom.sopClass())) throw new BadDicom(Tag.SOP_CLASS_UID +
			" is " + DicomAttributes.shown(dicom.sopClass()) +
			": a kind of segmentation that can't be read (surfaces, for example). Export it as Segmentation Storage");
		type = type();
		frames = Frame.of(dicom);
		final List<DicomAttributes> segments = dicom.attributes().items(Tag.SEGMENT_SEQUENCE);
		if (segments.isEmpty()) throw new BadDicom(Tag.SEGMENT_SEQUENCE + " is missing or empty: it lists no segment");
		if (type != Type.LABELMAP) for (final Frame frame : frames)
			framesOf.computeIfAbsent(segmentOf(frame, segments), n -> new ArrayList<>()).add(frame);
		final List<String> series = dicom.attributes().items(Tag.REFERENCED_SERIES_SEQUENCE).stream().flatMap(s -> s.text(
			Tag.SERIES_INSTANCE_UID).stream()).distinct().toList();
		for (final DicomAttributes segment : segments) {
			final int number = number(segment);
			rois.add(new DicomRoi(number, segment.text(Tag.SEGMENT_LABEL).orElse(""), frames(number).size(), "frame", series));
		}
	}

	private Type type() throws BadDicom {
		final String text = dicom.attributes().text(Tag.SEGMENTATION_TYPE).orElse(dicom.sopClass().equals(LABEL_MAP)
			? "LABELMAP" : "");
		for (final Type known : Type.values())
			if (known.name().equals(text)) return known;
		throw new BadDicom(Tag.SEGMENTATION_TYPE + (text.isEmpty() ? " is missing" : " is '" + DicomAttributes.shown(text) +
			"'") + "; BINARY, FRACTIONAL and LABELMAP can be read");
	}

	private static int number(final DicomAttributes segment) throws BadDicom {
		return segment.integer(Tag.SEGMENT_NUMBER).orElseThrow(() -> new BadDicom(Tag.SEGMENT_NUMBER + " is missing"));
	}

	/** A file with one segment may leave out which one a frame belongs to. */
	private static int segmentOf(final Frame frame, final List<DicomAttributes> segments) throws BadDicom {
		if (frame.has(Tag.REFERENCED_SEGMENT_NUMBER)) return frame.integer(Tag.REFERENCED_SEGMENT_NUMBER);
		if (segments.size() == 1) return number(segments.get(0));
		throw new BadDicom(Tag.REFERENCED_SEGMENT_NUMBER + " of " + frame.where() + " is missing");
	}

	/**
	 * Reads a segmentation.
	 *
	 * @throws InputException if the file is none, or broken
	 */
	public static Seg read(final Path file) {
		if (DicomRois.read(file) instanceof Seg seg) return seg;
		throw new InputException("'" + file + "' is a structure set (RTSTRUCT), no segmentation (SEG).");
	}

	static boolean isSegmentation(final DicomFile dicom) {
		return dicom.modality().equals("SEG") || dicom.sopClass().startsWith("1.2.840.10008.5.1.4.1.1.66.") && !dicom
			.sopClass().matches(".*\\.66\\.[1236]");
	}

	static Seg of(final DicomFile dicom) {
		try {
			return new Seg(dicom, THRESHOLD);
		}
		catch (final BadDicom e) {
			throw new InputException("'" + dicom.path() + "' (SEG): " + e.getMessage() + ".");
		}
	}

	/**
	 * The same with another threshold for fractions.
	 *
	 * @param fraction greater than 0, at most 1; without effect on segmentations that aren't fractional
	 */
	public Seg withThreshold(final double fraction) {
		if (!(fraction > 0 && fraction <= 1)) throw new InputException("The threshold of a fractional segmentation must be greater than 0 and at most 1, not " +
			fraction + ".");
		try {
			return new Seg(dicom, fraction);
		}
		catch (final BadDicom e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public List<DicomRoi> rois() {
		return List.copyOf(rois);
	}

	@Override
	public DicomMask mask(final RoiChoice choice, final Volume image, final Progress progress) {
		return read(choice, image, pixels -> image.geometry(), progress).orElseThrow();
	}

	@Override
	public Optional<DicomMask> own(final RoiChoice choice, final Volume image, final Progress progress) {
		return read(choice, image, pixels -> isOn(image.geometry(), pixels) ? null : SegGrid.of(frames, pixels.rows(), pixels
			.columns()), progress);
	}

	/** Finds the grid on which voxels are wanted; null if none are. */
	private interface Target {

		Geometry of(SegPixels pixels) throws BadDicom;
	}

	/** Whether each pixel is a voxel of an image, and the frames' distance is that of its slices as far as it is told. */
	private boolean isOn(final Geometry image, final SegPixels pixels) throws BadDicom {
		final PatientGrid grid = new PatientGrid(image);
		try {
			boolean on = true;
			for (final Frame frame : frames)
				on &= SegMask.isApart(frame, image.spacing(SegFrame.of(frame, pixels.rows(), pixels.columns(), grid).normal()));
			return on;
		}
		catch (final OffGrid e) {
			return false;
		}
	}

	private Optional<DicomMask> read(final RoiChoice choice, final Volume image, final Target target,
		final Progress progress)
	{
		final DicomRoi roi = choice.of(dicom.path(), rois);
		final List<String> warnings = new ArrayList<>(new RoiSpace(dicom.path(), dicom.attributes().text(
			Tag.FRAME_OF_REFERENCE_UID), roi.series()).check(roi, image));
		dicom.warnings().forEach(w -> warnings.add("'" + dicom.path() + "': " + w + "."));
		try {
			return mask(roi, target, warnings, progress);
		}
		catch (final BadDicom e) {
			throw new InputException("'" + dicom.path() + "': " + roi.title() + ": " + e.getMessage() + ".");
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(dicom.path(), e);
		}
	}

	private Optional<DicomMask> mask(final DicomRoi roi, final Target target, final List<String> warnings,
		final Progress progress) throws IOException, BadDicom
	{
		if (rois.stream().filter(r -> r.number() == roi.number()).count() > 1) throw new BadDicom("another segment has the same " +
			Tag.SEGMENT_NUMBER + ", so it can't be told whose frames these are");
		final List<Frame> mine = frames(roi.number());
		if (mine.isEmpty()) throw new BadDicom("the segment is empty: the file has no frame of it. Choose another one");
		final SegPixels pixels = new SegPixels(dicom, frames.size());
		final Geometry grid = target.of(pixels);
		if (grid == null) return Optional.empty();
		int lowest = 1, highest = HIGHEST;
		if (type == Type.LABELMAP) lowest = highest = roi.number();
		if (type == Type.FRACTIONAL) {
			lowest = lowestInside(pixels, roi, warnings);
			warnings.add(roi.title() + ": a fractional segmentation; voxels of fraction " + threshold +
				" or more were taken as inside.");
		}
		return Optional.of(new SegMask(roi, grid).of(mine, pixels, lowest, highest, warnings, progress));
	}

	/** The lowest stored value whose fraction of the highest is at least the threshold. */
	private int lowestInside(final SegPixels pixels, final DicomRoi roi, final List<String> warnings) throws BadDicom {
		final OptionalInt given = dicom.attributes().integer(Tag.MAXIMUM_FRACTIONAL_VALUE);
		if (given.isEmpty()) warnings.add(roi.title() + ": " + Tag.MAXIMUM_FRACTIONAL_VALUE + " is missing; 255 was taken.");
		final int max = given.orElse(255);
		if (max < 1 || max > HIGHEST || pixels.allocated() == 1) throw new BadDicom("a fractional segmentation with " +
			Tag.MAXIMUM_FRACTIONAL_VALUE + " " + max + " and " + pixels.allocated() + " bit a pixel can't be read");
		int lowest = 1;
		while ((double) lowest / max < threshold)
			lowest++;
		return lowest;
	}

	private List<Frame> frames(final int segment) {
		return type == Type.LABELMAP ? frames : framesOf.getOrDefault(segment, List.of());
	}
}
