package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An RT Structure Set: ROIs as contours in the patient (PS3.3, A.19). Contours are put on the slices of an image by
 * their coordinates alone; see {@link ContourMask} for which voxels they hold. Immutable.
 */
public final class RtStruct implements DicomRois {

	private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.481.3";

	private final Path file;
	private final List<DicomAttributes> items;
	private final List<DicomRoi> rois = new ArrayList<>();
	private final DicomAttributes top;
	private final Map<Integer, List<DicomAttributes>> contours = new HashMap<>();

	private RtStruct(final DicomFile dicom) throws BadDicom {
		file = dicom.path();
		top = dicom.attributes();
		if (!dicom.problem().isEmpty()) throw new BadDicom(dicom.problem());
		items = top.items(Tag.STRUCTURE_SET_ROI_SEQUENCE);
		if (items.isEmpty()) throw new BadDicom(Tag.STRUCTURE_SET_ROI_SEQUENCE + " is missing or empty: it lists no ROI");
		for (final DicomAttributes item : top.items(Tag.ROI_CONTOUR_SEQUENCE)) {
			final OptionalInt number = item.integer(Tag.REFERENCED_ROI_NUMBER);
			if (number.isPresent()) contours.computeIfAbsent(number.getAsInt(), n -> new ArrayList<>()).addAll(item.items(
				Tag.CONTOUR_SEQUENCE));
		}
		final List<String> series = series();
		for (final DicomAttributes item : items) {
			final int number = item.integer(Tag.ROI_NUMBER).orElseThrow(() -> new BadDicom(Tag.ROI_NUMBER + " is missing"));
			rois.add(new DicomRoi(number, item.text(Tag.ROI_NAME).orElse(""), contours(number).size(), "contour", series));
		}
	}

	/**
	 * Reads a structure set.
	 *
	 * @throws InputException if the file is none, or broken
	 */
	public static RtStruct read(final Path file) {
		if (DicomRois.read(file) instanceof RtStruct set) return set;
		throw new InputException("'" + file + "' is a segmentation (SEG), no structure set (RTSTRUCT).");
	}

	static boolean isStructureSet(final DicomFile dicom) {
		return dicom.modality().equals("RTSTRUCT") || dicom.sopClass().equals(SOP_CLASS);
	}

	static RtStruct of(final DicomFile dicom) {
		try {
			return new RtStruct(dicom);
		}
		catch (final BadDicom e) {
			throw new InputException("'" + dicom.path() + "' (RTSTRUCT): " + e.getMessage() + ".");
		}
	}

	@Override
	public List<DicomRoi> rois() {
		return List.copyOf(rois);
	}

	@Override
	public DicomMask mask(final RoiChoice choice, final Volume image, final Progress progress) {
		final DicomRoi roi = choice.of(file, rois);
		final List<String> warnings = new ArrayList<>(space(roi).check(roi, image));
		try {
			if (rois.stream().filter(r -> r.number() == roi.number()).count() > 1) throw new BadDicom("another ROI has the same " +
				Tag.ROI_NUMBER + ", so it can't be told whose contours these are");
			final List<RtStructContour> read = read(roi);
			return new ContourMask(roi, image.geometry(), warnings, progress).of(read);
		}
		catch (final BadDicom e) {
			throw new InputException("'" + file + "': " + roi.title() + ": " + e.getMessage() + ".");
		}
	}

	/** Contours lie where their coordinates say, on any grid. */
	@Override
	public Optional<DicomMask> own(final RoiChoice choice, final Volume image, final Progress progress) {
		return Optional.empty();
	}

	private List<RtStructContour> read(final DicomRoi roi) throws BadDicom {
		final List<DicomAttributes> mine = contours(roi.number());
		if (mine.isEmpty()) throw new BadDicom("it has no contours (no item of " + Tag.ROI_CONTOUR_SEQUENCE +
			" holds any for it). Choose another ROI");
		final List<RtStructContour> read = new ArrayList<>(mine.size());
		for (final DicomAttributes item : mine)
			try {
				read.add(RtStructContour.of(item));
			}
			catch (final BadDicom e) {
				throw new BadDicom("contour " + (read.size() + 1) + " of " + mine.size() + ": " + e.getMessage());
			}
		return read;
	}

	private List<DicomAttributes> contours(final int number) {
		return contours.getOrDefault(number, List.of());
	}

	private RoiSpace space(final DicomRoi roi) {
		final List<DicomAttributes> frames = top.items(Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE);
		final Optional<String> own = items.get(rois.indexOf(roi)).text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID);
		final Optional<String> only = frames.size() == 1 ? frames.get(0).text(Tag.FRAME_OF_REFERENCE_UID) : Optional.empty();
		return new RoiSpace(file, own.or(() -> only).or(() -> top.text(Tag.FRAME_OF_REFERENCE_UID)), roi.series());
	}

	private List<String> series() {
		return top.items(Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE).stream().flatMap(f -> f.items(
			Tag.RT_REFERENCED_STUDY_SEQUENCE).stream()).flatMap(s -> s.items(Tag.RT_REFERENCED_SERIES_SEQUENCE).stream()).flatMap(
				s -> s.text(Tag.SERIES_INSTANCE_UID).stream()).distinct().toList();
	}
}
