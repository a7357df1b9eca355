package io.github.radiomicsnomogram.fiji;

import java.util.List;
import java.util.function.Consumer;

/** Shows a DICOM series in ImageJ, and what the user should know in the log. */
public final class DicomView {

	private static final int MOST_MESSAGES = 25;

	private DicomView() {}

	/**
	 * Shows a series. Without a screen it becomes the current image of the macro that runs, if one does.
	 *
	 * @param result to show
	 * @param log takes the warnings, line by line
	 */
	public static void show(final DicomJob.Result result, final Consumer<String> log) {
		tell(result.image().getTitle(), result.warnings(), log);
		ShownImage.show(result.image());
	}

	/** Tells warnings. */
	public static void tell(final String title, final List<String> warnings, final Consumer<String> log) {
		warnings.stream().limit(MOST_MESSAGES).forEach(w -> log.accept(title + ": Warning: " + w));
		if (warnings.size() > MOST_MESSAGES) log.accept(title + ": " + (warnings.size() - MOST_MESSAGES) + " more warnings");
	}
}
