package io.github.radiomicsnomogram.model;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** A mapping of a YAML file, written key by key: the counterpart of {@link Section}. */
final class SectionWriter {

	private static final int LINE_WIDTH = 120;
	private static final Resolver PLAIN = new Resolver();

	private final List<NodeTuple> tuples = new ArrayList<>();

	SectionWriter text(final String key, final String text) {
		return node(key, string(text));
	}

	/** Text, or no key if it is "". */
	SectionWriter textUnlessEmpty(final String key, final String text) {
		return text.isEmpty() ? this : text(key, text);
	}

	SectionWriter number(final String key, final double value) {
		return node(key, plain(Text.number(value)));
	}

	SectionWriter number(final String key, final OptionalDouble value) {
		value.ifPresent(v -> number(key, v));
		return this;
	}

	SectionWriter flag(final String key, final boolean value) {
		return node(key, plain(Boolean.toString(value)));
	}

	SectionWriter texts(final String key, final List<String> texts) {
		if (texts.isEmpty()) return this;
		return node(key, list(texts.stream().map(SectionWriter::string).collect(Collectors.toList())));
	}

	/** YAML of a section. */
	SectionWriter yaml(final String key, final String text) {
		return node(key, new Yaml().compose(new StringReader(text)));
	}

	SectionWriter section(final String key, final SectionWriter section) {
		return node(key, section.mapping());
	}

	SectionWriter range(final String key, final Range range) {
		return section(key, new SectionWriter().minMax(range));
	}

	SectionWriter range(final String key, final Optional<Range> range) {
		range.ifPresent(r -> range(key, r));
		return this;
	}

	SectionWriter minMax(final Range range) {
		return number("min", range.min()).number("max", range.max());
	}

	/** A list of mappings, or no key if it is empty. */
	<T> SectionWriter sections(final String key, final List<T> items, final BiConsumer<SectionWriter, T> write) {
		if (items.isEmpty()) return this;
		return node(key, list(items.stream().map(item -> {
			final SectionWriter s = new SectionWriter();
			write.accept(s, item);
			return (Node) s.mapping();
		}).collect(Collectors.toList())));
	}

	private SectionWriter node(final String key, final Node value) {
		tuples.add(new NodeTuple(string(key), value));
		return this;
	}

	private MappingNode mapping() {
		return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
	}

	private static SequenceNode list(final List<Node> items) {
		return new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
	}

	private static Node string(final String text) {
		return new ScalarNode(Tag.STR, text, null, null, ScalarStyle.PLAIN);
	}

	/** Written as it is, without quotes: its tag is the one that a reader would give it. */
	private static Node plain(final String text) {
		return new ScalarNode(PLAIN.resolve(NodeId.scalar, text, true), text, null, null, ScalarStyle.PLAIN);
	}

	/** The whole file. */
	String yaml() {
		final DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(FlowStyle.BLOCK);
		options.setWidth(LINE_WIDTH);
		options.setIndicatorIndent(2);
		options.setIndentWithIndicator(true);
		final StringWriter out = new StringWriter();
		new Yaml(options).serialize(mapping(), out);
		return out.toString();
	}
}
