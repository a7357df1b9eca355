package io.github.radiomicsnomogram.io.dicom;

/**
 * A DICOM file that can't be used. The message is the reason alone, with the attribute and the numbers; whoever knows
 * the file puts its name before it.
 */
class BadDicom extends Exception {

	private static final long serialVersionUID = 1L;

	BadDicom(final String reason) {
		super(reason);
	}
}
