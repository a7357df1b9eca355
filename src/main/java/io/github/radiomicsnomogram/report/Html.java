package io.github.radiomicsnomogram.report;

import java.util.List;

/**
 * A page that grows: HTML 5 that is well-formed XML too. Texts are escaped here and nowhere else, so that nothing in a
 * user's file can become markup.
 */
final class Html {

	private final StringBuilder out = new StringBuilder();

	/** Opens an element; attributes are names and values in turn. */
	Html open(final String element, final String... attributes) {
		out.append('<').append(element);
		for (int i = 0; i < attributes.length; i += 2)
			out.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1])).append('"');
		out.append('>');
		return this;
	}

	Html close(final String element) {
		out.append("</").append(element).append('>');
		return this;
	}

	/** A whole element with a text. */
	Html element(final String element, final String text, final String... attributes) {
		return open(element, attributes).text(text).close(element);
	}

	/** An element without content, such as meta. */
	Html empty(final String element, final String... attributes) {
		open(element, attributes);
		out.insert(out.length() - 1, '/');
		return this;
	}

	Html text(final String text) {
		out.append(escape(text));
		return this;
	}

	/** A text that may break after each _, as the names of features. */
	Html breakable(final String text) {
		out.append(escape(text).replace("_", "_<wbr/>"));
		return this;
	}

	Html line() {
		out.append('\n');
		return this;
	}

	/** Markup of our own making, as it is. */
	Html markup(final String trusted) {
		out.append(trusted);
		return this;
	}

	Html paragraph(final String text) {
		return text.isEmpty() ? this : element("p", text).line();
	}

	Html items(final List<String> texts) {
		if (texts.isEmpty()) return this;
		open("ul");
		texts.forEach(t -> element("li", t).line());
		return close("ul").line();
	}

	/** Text for XML; characters that XML 1.0 forbids become a replacement character. */
	static String escape(final String text) {
		final StringBuilder escaped = new StringBuilder();
		text.codePoints().forEach(c -> {
			if (c == '&') escaped.append("&amp;");
			else if (c == '<') escaped.append("&lt;");
			else if (c == '>') escaped.append("&gt;");
			else if (c == '"') escaped.append("&quot;");
			else if (c < ' ' && c != '\t' && c != '\n' || c == 0x7f || c >= 0xd800 && c <= 0xdfff || c == 0xfffe || c == 0xffff) escaped
				.append('\ufffd');
			else escaped.appendCodePoint(c);
		});
		return escaped.toString();
	}

	@Override
	public String toString() {
		return out.toString();
	}
}
