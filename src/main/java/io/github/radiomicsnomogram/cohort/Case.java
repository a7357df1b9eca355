package io.github.radiomicsnomogram.cohort;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * An image with a mask: one row of a table of cases.
 *
 * @param number from 1, in the order of the table
 * @param name where it comes from, for messages: "cases.csv, line 3"
 * @param columns all cells by column, in order, as they go to the front of the results; {@value #IMAGE} and
 *          {@value #MASK} are among them
 * @param image absolute
 * @param mask label image or ROI file; absolute
 * @param labels which labels of the mask are ROIs
 * @param labelChannel channel of a mask with several, from 0; if missing, the settings' own
 */
public record Case(int number, String name, Map<String, String> columns, Path image, Path mask, LabelChoice labels,
	OptionalInt labelChannel)
{

	/** PyRadiomics' column of the image. */
	public static final String IMAGE = "Image";
	/** PyRadiomics' column of the mask. */
	public static final String MASK = "Mask";
	/** PyRadiomics' column of the label. */
	public static final String LABEL = "Label";
	/** PyRadiomics' column of the channel. */
	public static final String LABEL_CHANNEL = "Label_channel";

	public Case {
		columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
	}

	/** A case that is not from a table. */
	public static Case of(final int number, final Path image, final Path mask, final LabelChoice labels,
		final OptionalInt labelChannel)
	{
		final Path whole = image.toAbsolutePath().normalize(), roi = mask.toAbsolutePath().normalize();
		final Map<String, String> columns = new LinkedHashMap<>();
		columns.put(IMAGE, whole.toString());
		columns.put(MASK, roi.toString());
		return new Case(number, String.valueOf(mask.getFileName()), columns, whole, roi, labels, labelChannel);
	}

	/** The columns for the ROI of a label; with its number if there is a column for it or there are several. */
	public Map<String, String> columns(final int label) {
		if (!labels.isSeveral() && (labels.isDefault() || !columns.containsKey(LABEL))) return columns;
		final Map<String, String> labelled = new LinkedHashMap<>();
		columns.forEach((name, text) -> {
			labelled.put(name, text);
			if (name.equals(MASK) && !columns.containsKey(LABEL)) labelled.put(LABEL, "");
		});
		labelled.put(LABEL, Integer.toString(label));
		return labelled;
	}
}
