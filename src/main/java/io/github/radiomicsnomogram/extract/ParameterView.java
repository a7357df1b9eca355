package io.github.radiomicsnomogram.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings that hold somewhere in a parameter file: the general ones, or those and on top of them an image type's
 * own. Values have been checked by {@link ParameterRules}, except that nothing (null) may stand anywhere, as in
 * PyRadiomics; it is an error only where a value is needed.
 */
final class ParameterView {

	private final Map<String, ParameterNode> nodes;

	ParameterView(final Map<String, ParameterNode> nodes) {
		this.nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
	}

	/** These settings with others on top. */
	ParameterView with(final Map<String, ParameterNode> others) {
		final Map<String, ParameterNode> all = new LinkedHashMap<>(nodes);
		all.putAll(others);
		return new ParameterView(all);
	}

	/** All values by key, in the order of the file. */
	Map<String, ParameterNode> nodes() {
		return nodes;
	}

	/** A value, unless the key is not there or has nothing as its value. */
	Optional<ParameterNode> value(final String key) {
		return Optional.ofNullable(nodes.get(key)).filter(node -> !node.isNull());
	}

	/** Whether the key is there with nothing as its value. */
	boolean isNull(final String key) {
		return nodes.containsKey(key) && nodes.get(key).isNull();
	}

	/** A truth value; nothing counts as false, as in Python. */
	boolean bool(final String key, final boolean without) {
		final ParameterNode node = nodes.get(key);
		return node == null ? without : !node.isNull() && node.bool();
	}

	/** A whole number that may not be nothing. */
	int integer(final String key, final int without) {
		return needed(key, without, ParameterNode::integer);
	}

	/** A number that may not be nothing. */
	double number(final String key, final double without) {
		return needed(key, without, ParameterNode::number);
	}

	/** A word that may not be nothing. */
	String text(final String key, final String without) {
		return needed(key, without, ParameterNode::text);
	}

	/** A list that may not be nothing. */
	<T> List<T> list(final String key, final List<T> without, final Function<ParameterNode, T> item) {
		return needed(key, without, node -> {
			final List<T> items = new ArrayList<>();
			node.items().forEach(i -> items.add(item.apply(i)));
			return items;
		});
	}

	private <T> T needed(final String key, final T without, final Function<ParameterNode, T> read) {
		final ParameterNode node = nodes.get(key);
		if (node == null) return without;
		if (node.isNull()) throw node.error("'" + key + "' needs a value here; leave the line out for PyRadiomics' default.");
		return read.apply(node);
	}

	/** What is wrong with the value of a key that is there. */
	RuntimeException error(final String key, final String what) {
		return nodes.get(key).error(what);
	}
}
