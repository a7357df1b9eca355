package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.TextureSettings;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Settings as PyRadiomics writes them into its column diagnostics_Configuration_Settings. */
final class SettingsText {

	private SettingsText() {}

	/** All general settings, then those that differ from their default, as a Python dictionary. */
	static String of(final ExtractionSettings s) {
		final StringJoiner text = new StringJoiner(", ", "{", "}");
		final TextureSettings texture = s.texture();
		text.add("'minimumROIDimensions': " + s.roi().minimumROIDimensions());
		text.add("'minimumROISize': " + (s.roi().minimumROISize() == 0 ? "None" : s.roi().minimumROISize()));
		text.add("'normalize': False").add("'normalizeScale': 1").add("'removeOutliers': None");
		text.add("'resampledPixelSpacing': None").add("'interpolator': 'sitkBSpline'");
		text.add("'preCrop': False").add("'padDistance': 5");
		text.add("'distances': " + texture.distances().stream().map(String::valueOf).collect(Collectors.joining(", ", "[",
			"]")));
		text.add("'force2D': " + PythonText.of(texture.force2D())).add("'force2Ddimension': " + texture.force2DDimension());
		text.add("'resegmentRange': None").add("'label': " + s.label());
		text.add("'additionalInfo': " + PythonText.of(s.additionalInfo()));
		text.add(binning(s.binning()));
		addChanged(text, s);
		return text.toString();
	}

	private static String binning(final Binning binning) {
		if (binning instanceof Binning.FixedCount count) return "'binCount': " + count.binCount();
		return "'binWidth': " + PythonText.number(((Binning.FixedWidth) binning).binWidth());
	}

	private static void addChanged(final StringJoiner text, final ExtractionSettings s) {
		final TextureSettings texture = s.texture();
		if (!texture.symmetricalGLCM()) text.add("'symmetricalGLCM': False");
		texture.weightingNorm().ifPresent(norm -> text.add("'weightingNorm': '" + norm.name().toLowerCase(Locale.ROOT) +
			"'"));
		if (texture.gldmA() != 0) text.add("'gldm_a': " + texture.gldmA());
		if (s.voxelArrayShift() != 0) text.add("'voxelArrayShift': " + PythonText.number(s.voxelArrayShift()));
		if (s.roi().geometryTolerance() != 0) text.add("'geometryTolerance': " + PythonText.of(s.roi()
			.geometryTolerance()));
	}
}
