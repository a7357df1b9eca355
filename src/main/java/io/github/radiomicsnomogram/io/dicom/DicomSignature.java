package io.github.radiomicsnomogram.io.dicom;

/** Tells a DICOM file from others by its first bytes. */
final class DicomSignature {

	/** Bytes that are looked at. */
	static final int HEAD = 1024;

	/** Bytes before the letters DICM. */
	private static final int PREAMBLE = 128;

	private static final int LAST_FIRST_ELEMENT = 0x64;
	private static final int LONGEST_FIRST_VALUE = 512;

	private DicomSignature() {}

	/** Whether the letters DICM stand where they should. */
	static boolean hasMagic(final byte[] head) {
		return head.length >= PREAMBLE + 4 && head[PREAMBLE] == 'D' && head[PREAMBLE + 1] == 'I' &&
			head[PREAMBLE + 2] == 'C' && head[PREAMBLE + 3] == 'M';
	}

	/**
	 * Where the first data element starts: behind the preamble, or at 0 in a file without one.
	 *
	 * @param head the first bytes of the file
	 * @return -1 if this is no DICOM file, or nothing follows its preamble
	 */
	static int firstElement(final byte[] head) {
		if (!hasMagic(head)) return isFirstElement(head, 0) && isSecondElement(head) ? 0 : -1;
		final int start = PREAMBLE + 4;
		return isFirstElement(head, start) ? start : -1;
	}

	/** Groups 0002 (meta), 0004 and 0008 begin a file; anything else after the letters DICM is chance. */
	private static boolean isFirstElement(final byte[] head, final int at) {
		if (head.length < at + 8) return false;
		final Encoding encoding = encoding(head, at);
		final int group = encoding.u16(head, at);
		return (group == 2 || group == 4 || group == 8) && encoding.u16(head, at + 2) <= LAST_FIRST_ELEMENT;
	}

	private static Encoding encoding(final byte[] head, final int at) {
		return Encoding.of(java.util.Arrays.copyOfRange(head, at, at + 6), Encoding.IMPLICIT_LITTLE);
	}

	/** Without the letters DICM the second element must fit, too. */
	private static boolean isSecondElement(final byte[] head) {
		final Encoding encoding = encoding(head, 0);
		final Vr vr = Vr.of(head[4], head[5]);
		if (encoding.isExplicit() && (vr.isLongForm() || vr == Vr.OTHER)) return false;
		final long length = encoding.isExplicit() ? encoding.u16(head, 6) : encoding.u32(head, 4);
		if (length > LONGEST_FIRST_VALUE || head.length < length + 12) return false;
		final int first = encoding.tag(head, 0), second = encoding.tag(head, (int) length + 8);
		return second > first && second >>> 16 <= 0x28;
	}
}
