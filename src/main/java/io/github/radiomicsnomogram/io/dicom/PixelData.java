package io.github.radiomicsnomogram.io.dicom;

/**
 * Where the pixels of a file lie.
 *
 * @param tag PIXEL_DATA, or one of the floating-point kinds
 * @param vr representation in the file
 * @param offset first byte of the value, in the file or in its inflated data set
 * @param length of the value in bytes as the file says, or {@link #UNDEFINED} if it is packed in fragments
 * @param inflateFrom byte of the file where its deflated data set begins, or {@link #NOT_DEFLATED}
 * @param available bytes from the offset to the end of the file; for an inflated data set only a bound
 */
record PixelData(Tag tag, Vr vr, long offset, long length, long inflateFrom, long available) {

	/** A length that the file leaves open. */
	static final long UNDEFINED = 0xFFFFFFFFL;

	/** The data set is not compressed as a whole. */
	static final long NOT_DEFLATED = -1;

	boolean isEncapsulated() {
		return length == UNDEFINED;
	}

	boolean isDeflated() {
		return inflateFrom != NOT_DEFLATED;
	}

	/** Bytes of the value that can be there. */
	long usable() {
		return Math.min(length, available);
	}
}
