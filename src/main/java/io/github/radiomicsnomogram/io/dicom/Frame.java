package io.github.radiomicsnomogram.io.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One image plane of a file: the only one of a classic file, one of many of an enhanced multi-frame file. An attribute
 * is looked up in the frame's functional groups, then in the shared ones, then in the data set (PS3.3, C.7.6.16).
 */
final class Frame {

	/** Functional groups that hold attributes which are asked for. */
	private static final List<Tag> GROUPS = List.of(Tag.PLANE_POSITION_SEQUENCE, Tag.PLANE_ORIENTATION_SEQUENCE,
		Tag.PIXEL_MEASURES_SEQUENCE, Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, Tag.FRAME_CONTENT_SEQUENCE,
		Tag.SEGMENT_IDENTIFICATION_SEQUENCE, Tag.CT_IMAGE_FRAME_TYPE_SEQUENCE, Tag.MR_IMAGE_FRAME_TYPE_SEQUENCE, Tag.PET_FRAME_TYPE_SEQUENCE,
		Tag.CT_X_RAY_DETAILS_SEQUENCE, Tag.CT_RECONSTRUCTION_SEQUENCE, Tag.MR_ECHO_SEQUENCE, Tag.MR_DIFFUSION_SEQUENCE,
		Tag.UNASSIGNED_PER_FRAME_SEQUENCE, Tag.UNASSIGNED_SHARED_SEQUENCE);

	private final DicomFile file;
	private final int index;
	private final int count;
	private final List<DicomAttributes> holders;

	private Frame(final DicomFile file, final int index, final int count, final List<DicomAttributes> holders) {
		this.file = file;
		this.index = index;
		this.count = count;
		this.holders = holders;
	}

	/**
	 * The frames of a file, in the order of its pixels.
	 *
	 * @throws BadDicom if their number is no number, or not that of their descriptions
	 */
	static List<Frame> of(final DicomFile file) throws BadDicom {
		final DicomAttributes top = file.attributes();
		final int n = top.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
		if (n < 1) throw new BadDicom(Tag.NUMBER_OF_FRAMES + " is " + n);
		final List<DicomAttributes> own = top.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
		if (own.isEmpty() && n == 1) return List.of(new Frame(file, 0, 1, List.of(top)));
		if (own.isEmpty()) throw new BadDicom("it has " + n + " frames, but " + Tag.IMAGE_POSITION_PATIENT + ", " +
			Tag.IMAGE_ORIENTATION_PATIENT + " and " + Tag.PIXEL_SPACING +
			" of each frame are missing (no PerFrameFunctionalGroupsSequence): where the frames lie is unknown");
		if (own.size() != n) throw new BadDicom(Tag.NUMBER_OF_FRAMES + " is " + n + ", but " + own.size() +
			" frames are described");
		final List<DicomAttributes> shared = groups(top.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE));
		final List<Frame> frames = new ArrayList<>(n);
		for (int i = 0; i < n; i++) {
			final List<DicomAttributes> holders = new ArrayList<>(groups(own.get(i)));
			holders.addAll(shared);
			holders.add(top);
			frames.add(new Frame(file, i, n, List.copyOf(holders)));
		}
		return frames;
	}

	private static List<DicomAttributes> groups(final DicomAttributes item) {
		return GROUPS.stream().map(item::item).filter(g -> g != DicomAttributes.EMPTY).toList();
	}

	/** File that the frame lies in. */
	DicomFile file() {
		return file;
	}

	/** Place in the file, from 0. */
	int index() {
		return index;
	}

	/** Number of frames in the file. */
	int count() {
		return count;
	}

	/** The attributes among which one is to be looked up. */
	private DicomAttributes holder(final Tag tag) {
		for (final DicomAttributes holder : holders)
			if (holder.has(tag)) return holder;
		return DicomAttributes.EMPTY;
	}

	boolean has(final Tag tag) {
		return holder(tag).has(tag);
	}

	Optional<String> text(final Tag tag) {
		return holder(tag).text(tag);
	}

	OptionalDouble number(final Tag tag) throws BadDicom {
		return holder(tag).number(tag);
	}

	/** Exactly n numbers, or none if the attribute is absent. */
	double[] numbers(final Tag tag, final int n) throws BadDicom {
		return holder(tag).numbers(tag, n);
	}

	/** A whole number that must be there. */
	int integer(final Tag tag) throws BadDicom {
		final DicomAttributes holder = holder(tag);
		return holder.integer(tag).orElseThrow(() -> new BadDicom(tag + " is missing"));
	}

	/** Whether this is an overview picture for planning a scan, not a plane of it. */
	boolean isLocalizer() {
		final String type = text(Tag.FRAME_TYPE).or(() -> text(Tag.IMAGE_TYPE)).orElse("");
		return List.of(type.split("\\\\")).stream().anyMatch(t -> t.trim().equals("LOCALIZER"));
	}

	/** File name, and which frame of several. */
	String where() {
		final String name = file.path().getFileName().toString();
		return count == 1 ? name : name + ", frame " + (index + 1);
	}
}
