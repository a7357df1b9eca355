package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.feature.FeatureValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The features of the ROIs of an image.
 *
 * @param image that was looked at
 * @param valueUnit unit of its values, "" if unknown
 * @param rois what became of each ROI; at least one has features
 * @param warnings of image and settings
 */
public record ExtractResult(ImagePlus image, String valueUnit, List<Roi> rois, List<String> warnings) {

	/**
	 * One ROI.
	 *
	 * @param name of the label image or of what is drawn
	 * @param label in the label image
	 * @param labelled whether the label tells this ROI from others
	 * @param extraction its features; nothing if it failed
	 * @param failure why it failed; "" if it didn't
	 * @param warnings what was noticed of the ROI
	 */
	public record Roi(String name, int label, boolean labelled, Optional<Extraction> extraction, String failure,
		List<String> warnings)
	{

		public Roi {
			warnings = List.copyOf(warnings);
		}

		/** Name, with the label if there are several. */
		String title() {
			return labelled ? name + ", label " + label : name;
		}
	}

	public ExtractResult {
		rois = List.copyOf(rois);
		warnings = List.copyOf(warnings);
	}

	/** The columns that identify a ROI, as PyRadiomics names them. */
	Map<String, String> front(final Roi roi) {
		final Map<String, String> front = new LinkedHashMap<>();
		front.put("Image", image.getTitle());
		front.put("Mask", roi.name());
		if (roi.labelled()) front.put("Label", Integer.toString(roi.label()));
		return front;
	}

	/** Everything that a user should know, one text each. */
	public List<String> messages() {
		final List<String> messages = new ArrayList<>(warnings);
		for (final Roi roi : rois) {
			final String start = rois.size() > 1 ? roi.title() + ": " : "";
			roi.warnings().forEach(w -> messages.add(start + w));
			if (!roi.failure().isEmpty()) messages.add(start + "left out: " + roi.failure());
			roi.extraction().ifPresent(x -> {
				x.warnings().forEach(w -> messages.add(start + w));
				x.entries().stream().filter(e -> e.value().status() != FeatureValue.Status.OK).forEach(e -> messages.add(start +
					e.column() + " is " + e.value().status().name().toLowerCase(Locale.ROOT) + ": " + e.value().reason()));
			});
		}
		return messages;
	}

	/** The result, unless no ROI has features: then there is only one thing to tell. */
	ExtractResult orFail() {
		if (rois.stream().noneMatch(r -> r.extraction().isPresent())) throw new InputException(rois.get(0).failure());
		return this;
	}
}
