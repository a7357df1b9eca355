package io.github.radiomicsnomogram.fiji;

import java.util.List;

/**
 * What a user chooses to see how repeatable features are: text as it was typed. Immutable.
 *
 * @param data path of a table, or several with semicolons between them: one measurement each
 * @param second path of one more table: another measurement; "" for none
 * @param subject column that says who was measured
 * @param reader column of a single table: who drew the lesion; "" for none
 * @param session column of a single table: in which session; "" for none
 * @param suffix of the columns of each measurement in a single table, "_r1,_r2"; "" for none
 * @param features columns or patterns
 * @param threshold smallest ICC(2,1) of a repeatable feature
 * @param folder for the results
 */
public record ReproducibilityOptions(String data, String second, String subject, String reader, String session,
	String suffix, String features, String threshold, String folder)
{

	/** Key of {@link #data()} in macros. */
	public static final String DATA = "data";
	/** Key of {@link #second()} in macros. */
	public static final String SECOND = "second";
	/** Key of {@link #subject()} in macros. */
	public static final String SUBJECT = "subject";
	/** Key of {@link #reader()} in macros. */
	public static final String READER = "reader";
	/** Key of {@link #session()} in macros. */
	public static final String SESSION = "session";
	/** Key of {@link #suffix()} in macros. */
	public static final String SUFFIX = "suffix";
	/** Key of {@link #features()} in macros. */
	public static final String FEATURES = "features";
	/** Key of {@link #threshold()} in macros. */
	public static final String THRESHOLD = "threshold";
	/** Key of {@link #folder()} in macros. */
	public static final String FOLDER = "folder";

	/** Every key of a macro line, in the dialog's order. */
	public static final List<String> KEYS = List.of(DATA, SECOND, SUBJECT, READER, SESSION, SUFFIX, FEATURES, THRESHOLD,
		FOLDER);

	/** What is taken for what a macro or a script leaves out. */
	public static final ReproducibilityOptions DEFAULTS = new ReproducibilityOptions("", "", "id", "", "", "",
		"original_*", "0.75", "");

	/** The options of a macro line. */
	public static ReproducibilityOptions of(final MacroOptions m) {
		final ReproducibilityOptions d = DEFAULTS;
		return new ReproducibilityOptions(m.text(DATA, d.data), m.text(SECOND, d.second), m.text(SUBJECT, d.subject), m.text(
			READER, d.reader), m.text(SESSION, d.session), m.text(SUFFIX, d.suffix), m.text(FEATURES, d.features), m.text(
				THRESHOLD, d.threshold), m.text(FOLDER, d.folder));
	}
}
