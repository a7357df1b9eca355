package io.github.radiomicsnomogram.extract;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A parameter file's own words, as Python shows them: PyRadiomics puts these into its diagnostics, in the order of the
 * file, 25 apart from 25.0. Settings that were changed since are left out.
 *
 * @param settings text by key, of the sections setting and voxelSetting
 * @param imageTypes for each image type, text by key
 */
public record WrittenSettings(Map<String, String> settings, Map<String, Map<String, String>> imageTypes) {

	/** No file. */
	public static final WrittenSettings NONE = new WrittenSettings(Map.of(), Map.of());

	public WrittenSettings {
		settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
		final Map<String, Map<String, String>> copies = new LinkedHashMap<>();
		imageTypes.forEach((type, words) -> copies.put(type, Collections.unmodifiableMap(new LinkedHashMap<>(words))));
		imageTypes = Collections.unmodifiableMap(copies);
	}

	/** Without some keys of the general settings. */
	WrittenSettings without(final Collection<String> keys) {
		final Map<String, String> rest = new LinkedHashMap<>(settings);
		rest.keySet().removeAll(keys);
		return new WrittenSettings(rest, imageTypes);
	}

	/** Without what is said of image types. */
	WrittenSettings withoutImageTypes() {
		return new WrittenSettings(settings, Map.of());
	}
}
