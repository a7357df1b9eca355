package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureRegistry;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads PyRadiomics' parameter files (YAML or JSON) with the meaning that PyRadiomics 3.1.0 gives them: sections
 * {@code setting}, {@code imageType}, {@code featureClass} and {@code voxelSetting}; without {@code imageType} the
 * original image, without {@code featureClass} every class; an empty class stands for all of its features that are not
 * deprecated.
 * <p>
 * Strict as PyRadiomics' schema is: an unknown key, a wrong type, a value out of range or a key that comes twice is an
 * error with its line. What would let PyRadiomics fail later (resegmentRange of three numbers) is an error too.
 *
 * @param settings what the file asks for
 * @param warnings what it asks for without effect, for the user
 */
public record ParameterFile(ExtractionSettings settings, List<String> warnings) {

	private static final String NO_SECTIONS = "{}";
	private static final List<String> SECTIONS = List.of("setting", "imageType", "featureClass", "voxelSetting");

	public ParameterFile {
		warnings = List.copyOf(warnings);
	}

	/**
	 * Reads a file.
	 *
	 * @throws InputException if it can't be read or holds something that can't be used; the message has file and line
	 */
	public static ParameterFile read(final Path file) {
		return read(file, List.of());
	}

	/**
	 * Reads a file, with settings that win over its own.
	 *
	 * @param overrides each as pyradiomics takes it in its command line: "binWidth:10", "distances:1,2"
	 * @throws InputException as {@link #read(Path)}, or if a setting is unknown or its value wrong; the message has it
	 */
	public static ParameterFile read(final Path file, final List<String> overrides) {
		return parse(String.valueOf(file.getFileName()), text(file), FeatureRegistry.WITH_SHAPE_2D, SettingOverrides.of(
			overrides), NO_SECTIONS);
	}

	/**
	 * Reads a file, with settings and whole sections that win over its own.
	 *
	 * @param file or nothing, for PyRadiomics' defaults
	 * @param overrides as in {@link #read(Path, List)}
	 * @param sections YAML that stands in place of the file's sections: "imageType: {LoG: {sigma: [2]}}"; "{}" for none
	 * @throws InputException as {@link #read(Path, List)}
	 */
	public static ParameterFile read(final Optional<Path> file, final List<String> overrides, final String sections) {
		return parse(file.map(f -> String.valueOf(f.getFileName())).orElse(""), file.map(ParameterFile::text).orElse(NO_SECTIONS),
			FeatureRegistry.WITH_SHAPE_2D, SettingOverrides.of(overrides), sections);
	}

	private static String text(final Path file) {
		try {
			return Files.readString(file);
		}
		catch (final CharacterCodingException e) {
			throw new InputException("Parameter file '" + file + "' is not UTF-8 text.", e);
		}
		catch (final IOException e) {
			throw new InputException("Parameter file '" + file + "' can't be read: " + (Files.isDirectory(file)
				? "it is a folder." : Files.exists(file) ? e.getMessage() : "there is no such file."), e);
		}
	}

	/** PyRadiomics' defaults, with settings that win over them. */
	public static ParameterFile of(final List<String> overrides) {
		return read(Optional.empty(), overrides, NO_SECTIONS);
	}

	/** As {@link #read(Path)}, from text; the name is for messages. */
	public static ParameterFile parse(final String name, final String text) {
		return parse(name, text, FeatureRegistry.WITH_SHAPE_2D);
	}

	/** As {@link #read(Path)}, for the features of a registry of its own. */
	static ParameterFile parse(final String name, final String text, final FeatureRegistry registry) {
		return parse(name, text, registry, SettingOverrides.of(List.of()), NO_SECTIONS);
	}

	/** As {@link #read(Path)}, from a part of a YAML file that was read already; the name is for messages. */
	public static ParameterFile parse(final String name, final Node root) {
		return parse(name, root, FeatureRegistry.WITH_SHAPE_2D, SettingOverrides.of(List.of()), NO_SECTIONS);
	}

	private static ParameterFile parse(final String name, final String text, final FeatureRegistry registry,
		final SettingOverrides overrides, final String replaced)
	{
		return parse(name, compose(name, text), registry, overrides, replaced);
	}

	private static ParameterFile parse(final String name, final Node root, final FeatureRegistry registry,
		final SettingOverrides overrides, final String replaced)
	{
		final Map<String, ParameterNode> sections = new LinkedHashMap<>(new ParameterNode(name, "the file", root).entries());
		sections.putAll(new ParameterNode(SettingOverrides.OPTION + "'" + replaced + "'", "the settings", compose(replaced,
			replaced)).entries());
		for (final Map.Entry<String, ParameterNode> e : sections.entrySet())
			if (!SECTIONS.contains(e.getKey())) throw e.getValue().error("unknown section '" + e.getKey() +
				"'. Sections are: " + String.join(", ", SECTIONS) + ".");
		final List<String> warnings = new ArrayList<>();
		final ParameterView general = new ParameterView(ParameterRules.settings(sections.get("setting"))).with(
			overrides.settings());
		final ParameterView voxel = new ParameterView(ParameterRules.voxelSettings(sections.get("voxelSetting"))).with(
			overrides.voxelSettings());
		final List<ImageType> types = new ImageTypeChoice(general, warnings).read(sections.get("imageType"));
		final FeatureSettings features = SettingsReader.features(general);
		final List<Feature> chosen = new FeatureChoice(registry, features.texture().force2D(), warnings).read(sections.get(
			"featureClass"));
		final ExtractionSettings settings = new ExtractionSettings(SettingsReader.roi(general), SettingsReader.preprocessing(
			general), features, types, chosen, SettingsReader.voxel(voxel), general.bool("additionalInfo", true), written(
				general.with(voxel.nodes()), sections.get("imageType")));
		return new ParameterFile(settings, warnings);
	}

	private static WrittenSettings written(final ParameterView settings, final ParameterNode imageTypes) {
		final Map<String, Map<String, String>> types = new LinkedHashMap<>();
		if (imageTypes != null) imageTypes.entries().forEach((name, type) -> types.put(name, python(type.entries())));
		return new WrittenSettings(python(settings.nodes()), types);
	}

	private static Map<String, String> python(final Map<String, ParameterNode> nodes) {
		final Map<String, String> texts = new LinkedHashMap<>();
		nodes.forEach((key, node) -> texts.put(key, node.python()));
		return texts;
	}

	/** Reads YAML; the name is for messages. */
	static Node compose(final String name, final String text) {
		if (text.equals(NO_SECTIONS)) return new MappingNode(Tag.MAP, List.of(), FlowStyle.FLOW);
		// In JSON, tabs may only stand between values, where YAML wants spaces.
		final String spaced = text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
		try {
			final Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(spaced));
			if (root == null) throw new InputException("Parameter file '" + name + "' is empty.");
			return root;
		}
		catch (final MarkedYAMLException e) {
			final String where = e.getProblemMark() == null ? "" : ", line " + (e.getProblemMark().getLine() + 1);
			throw new InputException("Parameter file '" + name + "'" + where + ": not valid YAML: " + e.getProblem() + ".", e);
		}
		catch (final YAMLException e) {
			throw new InputException("Parameter file '" + name + "' is not valid YAML: " + e.getMessage(), e);
		}
	}
}
