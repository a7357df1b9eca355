package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.InputException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value in a parameter file, with the file's name and the line for messages. Plain scalars follow YAML 1.2's core
 * schema, as in PyRadiomics' reader: {@code yes} is text and {@code 1e-3} a number.
 */
final class ParameterNode {

	private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
	private static final Pattern INT = Pattern.compile("[-+]?(0x[0-9a-fA-F_]+|0o[0-7_]+|[0-9][0-9_]*)");
	private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9_]+|[0-9][0-9_]*(\\.[0-9_]*)?)([eE][-+]?[0-9]+)?");
	private static final Pattern INFINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)");
	private static final Pattern NAN = Pattern.compile("\\.(nan|NaN|NAN)");
	private static final Pattern BOOL = Pattern.compile("true|True|TRUE|false|False|FALSE");

	private final String file;
	private final String key;
	private final Node node;
	private final int line;

	ParameterNode(final String file, final String key, final Node node) {
		this(file, key, node, node);
	}

	private ParameterNode(final String file, final String key, final Node node, final Node start) {
		this.file = file;
		this.key = key;
		this.node = node;
		line = start.getStartMark() == null ? 1 : start.getStartMark().getLine() + 1;
	}

	/** Name of the setting, section or class that the value belongs to. */
	String key() {
		return key;
	}

	/** Line in the file, from 1: that of the key, if there is one. */
	int line() {
		return line;
	}

	/** What is wrong, with file and line. */
	InputException error(final String what) {
		final boolean option = file.startsWith(SettingOverrides.OPTION);
		return new InputException((option ? file : "Parameter file '" + file + "', line " + line) + ": " + what);
	}

	/** Entries of a mapping by key, in order; a key that comes twice is an error. */
	Map<String, ParameterNode> entries() {
		if (!(node instanceof MappingNode mapping)) throw error("'" + key + "' must be a mapping (KEY: VALUE lines, or {}).");
		final Map<String, ParameterNode> entries = new LinkedHashMap<>();
		for (final NodeTuple tuple : mapping.getValue()) {
			final ParameterNode name = new ParameterNode(file, key, tuple.getKeyNode());
			if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) throw name.error("a key of '" + key + "' must be a name.");
			final ParameterNode value = new ParameterNode(file, scalar.getValue(), tuple.getValueNode(),
				tuple.getKeyNode());
			if (entries.putIfAbsent(scalar.getValue(), value) != null) throw name.error("'" + scalar.getValue() +
				"' comes twice in '" + key + "'.");
		}
		return entries;
	}

	/** Items of a list. */
	List<ParameterNode> items() {
		if (!(node instanceof SequenceNode sequence)) throw error("'" + key + "' must be a list, [..., ...].");
		final List<ParameterNode> items = new ArrayList<>();
		for (final Node item : sequence.getValue())
			items.add(new ParameterNode(file, key, item));
		return items;
	}

	/** Whether nothing stands there (nothing, ~ or null). */
	boolean isNull() {
		return isPlain(NULL);
	}

	private boolean isPlain(final Pattern pattern) {
		return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN && pattern.matcher(scalar
			.getValue()).matches();
	}

	/** Text as it stands there. */
	String text() {
		if (!(node instanceof ScalarNode scalar)) throw error("'" + key + "' must be a single value.");
		return scalar.getValue();
	}

	/** One of some words. */
	String oneOf(final List<String> words) {
		if (!words.contains(text())) throw error("'" + key + "' must be one of " + String.join(", ", words) + ", not '" +
			text() + "'.");
		return text();
	}

	/** true or false. */
	boolean bool() {
		if (!isPlain(BOOL)) throw error("'" + key + "' must be true or false, not " + shown() + ".");
		return text().toLowerCase(Locale.ROOT).equals("true");
	}

	/** A whole number within bounds, both included. */
	int integer(final int min, final int max) {
		final String bounds = max == Integer.MAX_VALUE ? min + " or more" : "from " + min + " to " + max;
		final String wanted = "'" + key + "' must be a whole number, " + (min == Integer.MIN_VALUE ? "" : bounds + ", ") +
			"not " + shown() + ".";
		if (!isPlain(INT)) throw error(wanted);
		final BigInteger v = whole(text());
		if (v.bitLength() >= Integer.SIZE || v.intValue() < min || v.intValue() > max) throw error(wanted);
		return v.intValue();
	}

	/** A whole number. */
	int integer() {
		return integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
	}

	/** A whole number as YAML 1.2 writes it: decimal, 0x hexadecimal, 0o octal. */
	private static BigInteger whole(final String text) {
		final String digits = text.replace("_", "").replace("+", "");
		final int radix = digits.contains("0x") ? 16 : digits.contains("0o") ? 8 : 10;
		return new BigInteger(radix == 10 ? digits : digits.replace("0x", "").replace("0o", ""), radix);
	}

	/** A number, which may be infinite (.inf). */
	double number() {
		if (isPlain(INT)) return whole(text()).doubleValue();
		if (isPlain(INFINITE)) return text().startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
		if (!isPlain(FLOAT)) throw error("'" + key + "' must be a number, not " + shown() + ".");
		return Double.parseDouble(text().replace("_", ""));
	}

	/** A whole number as an {@link Integer}, another one as a {@link Double}: Python tells 1 from 1.0. */
	Number wholeOrNumber() {
		return isWhole() ? (Number) integer() : (Number) number();
	}

	/** A number, which may be NaN, written as YAML (.nan) or Python (nan) does. */
	double numberOrNaN() {
		return isPlain(NAN) || text().equals("nan") ? Double.NaN : number();
	}

	/** A finite number that is at least 0. */
	double notNegative() {
		final double v = number();
		if (!(v >= 0) || Double.isInfinite(v)) throw error("'" + key + "' must be a number from 0 up, not " + shown() + ".");
		return v;
	}

	/** A finite number above 0. */
	double positive() {
		final double v = number();
		if (!(v > 0) || Double.isInfinite(v)) throw error("'" + key + "' must be a number above 0, not " + shown() + ".");
		return v;
	}

	/** Whether it is a whole number, 1 rather than 1.0, which Python tells apart. */
	boolean isWhole() {
		return isPlain(INT);
	}

	/** The value as Python shows it: 'text', 1.0, [1, 2], True, None. */
	String python() {
		if (node instanceof SequenceNode) return items().stream().map(ParameterNode::python).collect(Collectors.joining(", ",
			"[", "]"));
		if (isNull()) return "None";
		if (isPlain(BOOL)) return PythonText.of(bool());
		if (isPlain(INT)) return whole(text()).toString();
		if (isPlain(FLOAT) || isPlain(INFINITE)) return PythonText.of(number());
		return isPlain(NAN) ? "nan" : "'" + text() + "'";
	}

	private String shown() {
		return node instanceof ScalarNode scalar ? scalar.getValue().isEmpty() ? "nothing" : "'" + scalar.getValue() + "'"
			: "a list or mapping";
	}
}
