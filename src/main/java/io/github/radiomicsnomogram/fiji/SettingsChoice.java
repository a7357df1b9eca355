package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.extract.ParameterFile;
import io.github.radiomicsnomogram.preprocess.Interpolator;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a user wants features to be computed: text as it was typed. What is left empty (or {@value #AUTO}) is as the
 * parameter file says, or as PyRadiomics does by default; what is given wins over the file. Immutable.
 *
 * @param params path of a PyRadiomics parameter file; "" for none
 * @param binWidth in units of the image's values
 * @param binCount number of bins
 * @param spacing mm along x, y, z to resample to, "1,1,3"; one number for all three
 * @param interpolator PyRadiomics' name
 * @param normalize true or false
 * @param force2D true or false
 * @param imageTypes PyRadiomics' names, "Original,LoG,Wavelet"
 * @param sigma of LoG in mm, "1,3"
 * @param wavelet name, "haar"
 * @param features classes and features, "firstorder,glcm_Correlation"; "all" for every class
 * @param settings any others of PyRadiomics, "normalizeScale:100 removeOutliers:3"
 */
public record SettingsChoice(String params, String binWidth, String binCount, String spacing, String interpolator,
	String normalize, String force2D, String imageTypes, String sigma, String wavelet, String features, String settings)
{

	/** Key of {@link #params()} in macros. */
	public static final String PARAMS = "params";
	/** Key of {@link #binWidth()} in macros. */
	public static final String BIN_WIDTH = "bin_width";
	/** Key of {@link #binCount()} in macros. */
	public static final String BIN_COUNT = "bin_count";
	/** Key of {@link #spacing()} in macros. */
	public static final String SPACING = "spacing";
	/** Key of {@link #interpolator()} in macros. */
	public static final String INTERPOLATOR = "interpolator";
	/** Key of {@link #normalize()} in macros. */
	public static final String NORMALIZE = "normalize";
	/** Key of {@link #force2D()} in macros. */
	public static final String FORCE_2D = "force2d";
	/** Key of {@link #imageTypes()} in macros. */
	public static final String IMAGE_TYPES = "image_types";
	/** Key of {@link #sigma()} in macros. */
	public static final String SIGMA = "sigma";
	/** Key of {@link #wavelet()} in macros. */
	public static final String WAVELET = "wavelet";
	/** Key of {@link #features()} in macros. */
	public static final String FEATURES = "features";
	/** Key of {@link #settings()} in macros. */
	public static final String SETTINGS = "settings";

	/** Every key, in the dialogs' order. */
	public static final List<String> KEYS = List.of(PARAMS, BIN_WIDTH, BIN_COUNT, SPACING, INTERPOLATOR, NORMALIZE,
		FORCE_2D, IMAGE_TYPES, SIGMA, WAVELET, FEATURES, SETTINGS);

	/** As the parameter file says, or PyRadiomics by default. */
	public static final String AUTO = "auto";

	/** PyRadiomics' defaults. */
	public static final SettingsChoice DEFAULT = new SettingsChoice("", "", "", "", AUTO, AUTO, AUTO, "", "", "", "", "");

	/** What a macro line says. */
	static SettingsChoice of(final MacroOptions macro) {
		return new SettingsChoice(macro.text(PARAMS, ""), macro.text(BIN_WIDTH, ""), macro.text(BIN_COUNT, ""), macro.text(
			SPACING, ""), macro.text(INTERPOLATOR, AUTO), macro.text(NORMALIZE, AUTO), macro.text(FORCE_2D, AUTO), macro.text(
				IMAGE_TYPES, ""), macro.text(SIGMA, ""), macro.text(WAVELET, ""), macro.text(FEATURES, ""), macro.text(SETTINGS,
					""));
	}

	/** Interpolators that dialogs offer. */
	public static List<String> interpolators() {
		return Stream.concat(Stream.of(AUTO), Stream.of(Interpolator.values()).map(Interpolator::pyradiomicsName)).toList();
	}

	/** Truth values that dialogs offer. */
	public static List<String> truths() {
		return List.of(AUTO, "true", "false");
	}

	/**
	 * The settings, with warnings of what is asked for without effect.
	 *
	 * @param more overrides of settings that a command has beside these
	 * @throws InputException if the file or a value can't be used; the message says which
	 */
	ParameterFile read(final List<String> more) {
		if (!binWidth.isBlank() && !binCount.isBlank()) throw new InputException("Give either " + BIN_WIDTH + " or " +
			BIN_COUNT + ", not both.");
		return ParameterFile.read(file(), overrides(more), SectionText.of(this));
	}

	private Optional<Path> file() {
		try {
			return params.isBlank() ? Optional.empty() : Optional.of(Path.of(params.trim()));
		}
		catch (final InvalidPathException e) {
			throw new InputException("'" + params + "' (" + PARAMS + ") is no path of a file.", e);
		}
	}

	private List<String> overrides(final List<String> more) {
		final List<String> overrides = new ArrayList<>(more);
		add(overrides, "binWidth", binWidth);
		// A file's binCount would win over a width.
		if (!binWidth.isBlank() && !params.isBlank()) overrides.add("binCount:None");
		add(overrides, "binCount", binCount);
		final String mm = String.join(",", SectionText.words(spacing));
		add(overrides, "resampledPixelSpacing", mm.isEmpty() || mm.contains(",") ? mm : mm + "," + mm + "," + mm);
		add(overrides, "interpolator", auto(interpolator));
		add(overrides, "normalize", auto(normalize));
		add(overrides, "force2D", auto(force2D));
		for (final String setting : settings.strip().split("\\s*;\\s*|\\s+(?=\\w+\\s*[:=])"))
			if (!setting.isBlank()) overrides.add(setting);
		return overrides;
	}

	private static String auto(final String text) {
		return text.trim().equalsIgnoreCase(AUTO) ? "" : text;
	}

	/** Adds a setting if it is given. */
	static void add(final List<String> overrides, final String key, final String value) {
		if (!value.isBlank()) overrides.add(key + ":" + value.trim());
	}
}
