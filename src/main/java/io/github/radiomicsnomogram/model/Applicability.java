package io.github.radiomicsnomogram.model;

import io.github.radiomicsnomogram.model.Prediction.FeatureTerm;
import io.github.radiomicsnomogram.model.Warning.Code;
import io.github.radiomicsnomogram.volume.ImageInfo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Holds an image, a ROI and features against what a model was made from. Nothing here stops a prediction; each doubt
 * becomes a {@link Warning} with the numbers.
 */
final class Applicability {

	private static final String CT = "CT";
	private static final double CT_MIN = -1100;
	private static final double CT_MAX = 4100;
	/** A stack of CT slices holds air: if nothing is below this (HU), the values were shifted, clipped or are not CT. */
	private static final double AIR_EXPECTED_BELOW = -200;
	private static final double KVP_TOLERANCE = 0.5;

	private final PrognosticModel model;
	private final ImageFacts facts;
	private final ImageInfo info;
	private final List<Warning> warnings = new ArrayList<>();

	private Applicability(final PrognosticModel model, final ImageFacts facts) {
		this.model = model;
		this.facts = facts;
		info = facts.info();
	}

	static List<Warning> warnings(final PrognosticModel model, final ImageFacts facts,
		final List<FeatureTerm> features)
	{
		final Applicability a = new Applicability(model, facts);
		facts.info().warnings().forEach(w -> a.add(Code.IMAGE_READER, w));
		a.checkModality();
		if (model.acquisition().modality().equals(CT)) a.checkValues();
		a.checkTags();
		a.checkSlices();
		a.checkRoi();
		a.checkFeatures(features);
		return List.copyOf(a.warnings);
	}

	private void add(final Code code, final String format, final Object... args) {
		warnings.add(new Warning(code, args.length == 0 ? format : String.format(Locale.ROOT, format, args)));
	}

	private void checkModality() {
		final String expected = model.acquisition().modality();
		final String found = info.tag("Modality").orElse(expected).trim();
		if (!found.equals(expected)) add(Code.NOT_CT_LIKE, "The image's modality is %s; the model was made from %s.", found,
			expected);
	}

	private void checkValues() {
		if (!info.valueUnit().equals("HU")) add(Code.NOT_HU,
			"The values of the image are not known to be HU (unit %s). They were taken for HU.", info.valueUnit().isEmpty()
				? "not stated" : "'" + info.valueUnit() + "'");
		if (facts.sampledMin() > AIR_EXPECTED_BELOW) add(Code.NOT_CT_LIKE,
			"Nothing in the image looks like air: its smallest sampled value is %s, and CT holds values below %s HU. " +
				"Check that the values are HU (raw values are often HU + 1024) and that nothing clipped them.", Text.rounded(
					facts.sampledMin()), Text.number(AIR_EXPECTED_BELOW));
		final double low = Math.min(facts.roiMin(), facts.sampledMin()), high = Math.max(facts.roiMax(), facts
			.sampledMax());
		if (low < CT_MIN || high > CT_MAX) add(Code.NOT_CT_LIKE,
			"The image has values from %s to %s; CT lies between %s and %s HU.", Text.rounded(low), Text.rounded(high), Text
				.number(CT_MIN), Text.number(CT_MAX));
	}

	private void checkTags() {
		final Acquisition expected = model.acquisition();
		if (info.tags().isEmpty()) {
			add(Code.ACQUISITION_UNKNOWN,
				"The image carries no acquisition tags: contrast phase and tube voltage can't be checked. The model was made " +
					"from %s.",
				inShort(expected));
			return;
		}
		final ContrastPhase phase = new ContrastPhase(info);
		if (expected.contrast() && !phase.hasAgent()) add(Code.NO_CONTRAST,
			"The image names no contrast agent (tag ContrastBolusAgent); the model was made from images with contrast%s.",
			expected.phase().isEmpty() ? "" : ", " + expected.phase() + " phase");
		phase.differs(expected).ifPresent(difference -> add(Code.OTHER_PHASE, "%s; the model was made from the %s phase%s.",
			difference, expected.phase(), expected.delaySeconds().isPresent() ? " (" + Text.number(expected.delaySeconds()
				.getAsDouble()) + " s)" : ""));
		final OptionalDouble kVp = numberTag("KVP");
		if (expected.kVp().isPresent() && kVp.isPresent() && Math.abs(kVp.getAsDouble() - expected.kVp()
			.getAsDouble()) > KVP_TOLERANCE) add(Code.TUBE_VOLTAGE, "The image was taken at %s kV; the model was made from %s kV.",
				Text.number(kVp.getAsDouble()), Text.number(expected.kVp().getAsDouble()));
	}

	/** "CT with contrast, venous phase (60 s), 120 kV". */
	private static String inShort(final Acquisition a) {
		final StringBuilder text = new StringBuilder(a.modality());
		if (a.contrast()) text.append(" with contrast");
		if (!a.phase().isEmpty()) text.append(", ").append(a.phase()).append(" phase");
		a.delaySeconds().ifPresent(s -> text.append(" (").append(Text.number(s)).append(" s)"));
		a.kVp().ifPresent(kV -> text.append(", ").append(Text.number(kV)).append(" kV"));
		return text.toString();
	}

	private OptionalDouble numberTag(final String keyword) {
		try {
			return info.tag(keyword).map(t -> OptionalDouble.of(Double.parseDouble(t.trim()))).orElse(OptionalDouble.empty());
		}
		catch (final NumberFormatException e) {
			return OptionalDouble.empty();
		}
	}

	private void checkSlices() {
		model.acquisition().sliceThicknessAccepted().ifPresent(accepted -> {
			final double distance = facts.geometry().spacing(2);
			final double thickness = numberTag("SliceThickness").orElse(distance);
			if (accepted.contains(distance) && accepted.contains(thickness)) return;
			final OptionalDouble expected = model.acquisition().sliceThickness();
			add(Code.SLICE_THICKNESS, "Slices are %s mm thick and %s mm apart; the model was made from %s mm.", Text.rounded(
				thickness), Text.rounded(distance), expected.isPresent() ? Text.number(expected.getAsDouble()) : Text.number(
					accepted.min()) + " to " + Text.number(accepted.max()));
		});
	}

	private void checkRoi() {
		final RoiLimits limits = model.roi();
		if (facts.voxels() < limits.minVoxels()) add(Code.ROI_SMALL,
			"The ROI has %d voxels; below %d texture features are unstable.", facts.voxels(), limits.minVoxels());
		if (facts.slices() == 1) add(Code.ROI_ONE_SLICE,
			"The ROI lies on one slice; the model was made from whole lesions, drawn on every slice.");
		tail(Code.ROI_AIR, facts.airVoxels(), "below", limits.airBelow(), "air or lung");
		tail(Code.ROI_BONE, facts.boneVoxels(), "above", limits.boneAbove(), "bone, calcification or metal");
	}

	private void tail(final Code code, final long count, final String side, final double limit, final String what) {
		if (count > 0) add(code,
			"%d of %d voxels of the ROI (%s %%) lie %s %s HU: %s. A few of them dominate Kurtosis and move the score; draw the " +
				"ROI without them.",
			count, facts.voxels(), Text.rounded(100.0 * count / facts.voxels(), 2), side, Text.number(limit), what);
	}

	private void checkFeatures(final List<FeatureTerm> features) {
		for (int i = 0; i < features.size(); i++) {
			final FeatureTerm f = features.get(i);
			model.signature().terms().get(i).plausible().ifPresent(plausible -> {
				if (!plausible.range().contains(f.value())) add(Code.FEATURE_RANGE,
					"%s is %s, outside the plausible %s to %s. It adds %s to the score.", f.column(), Text.rounded(f.value()),
					Text.number(plausible.range().min()), Text.number(plausible.range().max()), Text.rounded(f.contribution()));
			});
		}
	}
}
