package io.github.radiomicsnomogram;

/**
 * Something that the user handed in can't be used. The message names the file, column or ROI, the offending
 * numbers and what to do; every front end shows it as it is.
 */
public class InputException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public InputException(final String message) {
		super(message);
	}

	public InputException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
