package io.github.radiomicsnomogram.model;

import io.github.radiomicsnomogram.InputException;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a YAML file, read key by key. Every error names file, line and the path of the key. {@link #end()} makes
 * an error of keys that nobody asked for. Read so that an error in a file names its line.
 */
public final class Section {

	private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

	private final String file;
	private final String path;
	private final MappingNode node;
	private final Map<String, Node> values = new LinkedHashMap<>();
	private final Map<String, Node> keys = new LinkedHashMap<>();
	private final Set<String> asked = new LinkedHashSet<>();

	/**
	 * The top of a file.
	 *
	 * @param file name, for messages
	 * @param text its content: YAML, or JSON, which is YAML
	 * @param what was expected, for messages: "a model file"
	 * @throws InputException if it is not YAML, is empty, or holds no keys
	 */
	public static Section root(final String file, final String text, final String what) {
		final Node node;
		try {
			node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
		}
		catch (final MarkedYAMLException e) {
			throw new InputException(file + ", line " + (e.getProblemMark().getLine() + 1) + ": not YAML: " + e
				.getProblem() + ".", e);
		}
		catch (final YAMLException e) {
			throw new InputException(file + ": not YAML: " + e.getMessage() + ".", e);
		}
		if (node == null) throw new InputException(file + " is empty; " + what + " was expected.");
		return new Section(file, "", node);
	}

	private Section(final String file, final String path, final Node node) {
		this.file = file;
		this.path = path;
		if (!(node instanceof MappingNode)) throw error(file, node, (path.isEmpty() ? "the file" : path) +
			" must hold keys with values, one 'key: value' a line");
		this.node = (MappingNode) node;
		for (final NodeTuple tuple : this.node.getValue()) {
			final String key = tuple.getKeyNode() instanceof ScalarNode s ? s.getValue() : "?";
			if (values.put(key, tuple.getValueNode()) != null) throw error(file, tuple.getKeyNode(), at(key) +
				" is there twice");
			keys.put(key, tuple.getKeyNode());
		}
	}

	private static InputException error(final String file, final Node node, final String message) {
		return new InputException(file + ", line " + (node.getStartMark().getLine() + 1) + ": " + message + ".");
	}

	private String at(final String key) {
		return path.isEmpty() ? key : path + "." + key;
	}

	/** An error at a key's value, or at the section if the key is not there. */
	public InputException wrong(final String key, final String message) {
		return error(file, values.getOrDefault(key, node), at(key) + " " + message);
	}

	/** Whether a key is there. */
	public boolean has(final String key) {
		return values.containsKey(key);
	}

	/** Whether a key is there with a single value, not a mapping or a list. */
	public boolean isText(final String key) {
		return values.get(key) instanceof ScalarNode;
	}

	private Node required(final String key) {
		asked.add(key);
		final Node value = values.get(key);
		if (value == null) throw error(file, node, at(key) + " is missing; keys here: " + String.join(", ", values
			.keySet()));
		return value;
	}

	/** Text of one line or more, not blank. */
	public String text(final String key) {
		final String text = scalar(key).getValue().strip();
		if (text.isEmpty()) throw wrong(key, "is empty");
		return text;
	}

	/** Text, or "" if the key is not there. */
	public String textOrEmpty(final String key) {
		return optional(key) ? text(key) : "";
	}

	private ScalarNode scalar(final String key) {
		if (required(key) instanceof ScalarNode s) return s;
		throw wrong(key, "must be a single value");
	}

	private boolean optional(final String key) {
		asked.add(key);
		return values.containsKey(key);
	}

	/** A finite number. */
	public double number(final String key) {
		final ScalarNode scalar = scalar(key);
		final String text = scalar.getValue();
		if (scalar.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN) throw wrong(key, "is the text '" + text +
			"'; it must be a number, without quotes");
		final double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
		if (!Double.isFinite(value)) throw wrong(key, "is '" + text +
			"'; it must be a finite number, with a dot as decimal sign");
		return value;
	}

	/** A number that obeys a rule, which the error states. */
	public double number(final String key, final DoublePredicate rule, final String allowed) {
		final double value = number(key);
		if (!rule.test(value)) throw wrong(key, "is " + Text.number(value) + "; it must be " + allowed);
		return value;
	}

	/** A number that obeys a rule, or nothing if the key is not there. */
	public OptionalDouble optionalNumber(final String key, final DoublePredicate rule, final String allowed) {
		return optional(key) ? OptionalDouble.of(number(key, rule, allowed)) : OptionalDouble.empty();
	}

	/** A number greater than 0. */
	public double positive(final String key) {
		return number(key, v -> v > 0, "greater than 0");
	}

	/** A number between 0 and 1, ends excluded. */
	public double probability(final String key) {
		return number(key, v -> v > 0 && v < 1, "between 0 and 1, ends excluded");
	}

	/** A whole number from 0 up. */
	public int count(final String key) {
		return (int) number(key, v -> v >= 0 && v == Math.rint(v) && v <= Integer.MAX_VALUE, "a whole number from 0 up");
	}

	/** True or false. */
	public boolean flag(final String key) {
		return choice(key, Map.of("true", true, "false", false));
	}

	/** One of some words. */
	public <T> T choice(final String key, final Map<String, T> allowed) {
		final String text = text(key);
		final T value = allowed.get(text);
		if (value == null) throw wrong(key, "is '" + text + "'; allowed: " + String.join(", ", allowed.keySet().stream()
			.sorted().toList()));
		return value;
	}

	/** A value as YAML, for a reader of its own. */
	Node node(final String key) {
		return required(key);
	}

	/** Name of the file, for messages. */
	String file() {
		return file;
	}

	/** A mapping below this one. */
	public Section section(final String key) {
		return new Section(file, at(key), required(key));
	}

	/** A mapping below this one, if it is there. */
	public Optional<Section> optionalSection(final String key) {
		return optional(key) ? Optional.of(section(key)) : Optional.empty();
	}

	/** A list of mappings, not empty. */
	public List<Section> sections(final String key) {
		final List<Section> sections = new ArrayList<>();
		final List<Node> items = items(key);
		for (int i = 0; i < items.size(); i++)
			sections.add(new Section(file, at(key) + "[" + (i + 1) + "]", items.get(i)));
		return sections;
	}

	/** A list of mappings, empty if the key is not there. */
	public List<Section> optionalSections(final String key) {
		return optional(key) ? sections(key) : List.of();
	}

	/** A list of texts, not empty. */
	public List<String> texts(final String key) {
		final List<String> texts = new ArrayList<>();
		for (final Node item : items(key))
			if (item instanceof ScalarNode s && !s.getValue().isBlank()) texts.add(s.getValue().strip());
			else throw error(file, item, at(key) + " must be a list of texts");
		return texts;
	}

	/** A list of texts, empty if the key is not there. */
	public List<String> optionalTexts(final String key) {
		return optional(key) ? texts(key) : List.of();
	}

	private List<Node> items(final String key) {
		if (!(required(key) instanceof SequenceNode list) || list.getValue().isEmpty()) throw wrong(key,
			"must be a list of at least one item");
		return list.getValue();
	}

	/** A range in the keys min and max of a section. */
	public Range range(final String key) {
		final Section s = section(key);
		final Range range = s.minMax();
		s.end();
		return range;
	}

	/** A range, if the key is there. */
	public Optional<Range> optionalRange(final String key) {
		return optional(key) ? Optional.of(range(key)) : Optional.empty();
	}

	/** The keys min and max of this section. */
	public Range minMax() {
		final double min = number("min");
		final double max = number("max");
		if (!(min < max)) throw wrong("max", "is " + Text.number(max) + "; it must be greater than min, " + Text.number(
			min));
		return new Range(min, max);
	}

	/** Makes an error of a key that nobody asked for. */
	public void end() {
		for (final String key : values.keySet())
			if (!asked.contains(key)) throw error(file, keys.get(key), at(key) + " is no known key; known here: " + String
				.join(", ", asked));
	}
}
