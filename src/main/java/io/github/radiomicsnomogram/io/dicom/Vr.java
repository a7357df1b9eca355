package io.github.radiomicsnomogram.io.dicom;

/** Value representations (PS3.5, 6.2): how the bytes of a value are to be read. */
enum Vr {
		AE, AS, AT, CS, DA, DS, DT, FL, FD, IS, LO, LT, OB(true), OD(true), OF(true), OL(true), OV(true), OW(true), PN, SH,
		SL, SQ(true), SS, ST, SV(true), TM, UC(true), UI, UL, UN(true), UR(true), US, UT(true), UV(true),
		/** Two letters that the standard doesn't know (yet). */
		OTHER,
		/** No two letters at all. */
		NONE;

	private static final Vr[] KNOWN = java.util.Arrays.copyOf(values(), OTHER.ordinal());

	private final boolean longForm;

	Vr() {
		this(false);
	}

	Vr(final boolean longForm) {
		this.longForm = longForm;
	}

	/** Whether its explicit header has 2 reserved bytes and a 32-bit length. */
	boolean isLongForm() {
		return longForm;
	}

	/** The representation of two bytes. */
	static Vr of(final byte first, final byte second) {
		if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') return NONE;
		for (final Vr vr : KNOWN)
			if (vr.name().charAt(0) == first && vr.name().charAt(1) == second) return vr;
		return OTHER;
	}
}
