package io.github.radiomicsnomogram.io.dicom;

import java.nio.file.Path;

/**
 * Where a plane of an image comes from.
 *
 * @param file of the plane
 * @param frame of the file's frames, from 1; 0 for a file with one image alone
 * @param sopClass SOPClassUID, or ""
 * @param sopInstance SOPInstanceUID, or ""
 * @param instanceNumber InstanceNumber, or ""
 */
public record SourceSlice(Path file, int frame, String sopClass, String sopInstance, String instanceNumber) {

	static SourceSlice of(final Slice slice) {
		final Frame frame = slice.frame();
		return new SourceSlice(frame.file().path(), frame.count() == 1 ? 0 : frame.index() + 1, frame.file().sopClass(), frame
			.text(Tag.SOP_INSTANCE_UID).orElse(""), frame.text(Tag.INSTANCE_NUMBER).orElse(""));
	}

	/** File name, and which frame of several. */
	public String title() {
		return frame == 0 ? file.getFileName().toString() : file.getFileName() + ", frame " + frame;
	}
}
