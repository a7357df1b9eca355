package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.InputException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where the ROI of a prediction comes from. */
public enum RoiSource {
		/** The first there is: label image, ROI file, ROI Manager, overlay, active ROI. */
		AUTO,
		/** A label in a label image. */
		MASK,
		/** A .roi or .zip file. */
		FILE,
		/** Every ROI in the ROI Manager, each on its slice. */
		MANAGER,
		/** Every ROI in the image's overlay that the user put there, each on its slice. */
		OVERLAY,
		/** The selection, on its slice. */
		ACTIVE;

	/** As in dialogs and macros: "manager". */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** All ids, for dialogs and messages. */
	public static List<String> choices() {
		return Arrays.stream(values()).map(RoiSource::id).toList();
	}

	/**
	 * The source of an id.
	 *
	 * @throws InputException if there is none
	 */
	public static RoiSource of(final String id) {
		return Arrays.stream(values()).filter(s -> s.id().equalsIgnoreCase(id.trim())).findFirst().orElseThrow(
			() -> new InputException("'" + id + "' is no source of a ROI (" + PredictOptions.ROI_SOURCE + "); give one of " +
				String.join(", ", choices()) + "."));
	}
}
