package io.github.radiomicsnomogram.fiji;

import java.util.Map;

/**
 * The registry's formulas as HTML that Swing can show. Knows the LaTeX that they use: fractions, roots, bars, indices,
 * Greek letters and a few signs; anything else is an error, which a test finds.
 */
final class FormulaHtml {

	private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("sum", "&sum;"), Map.entry("mu", "&mu;"), Map
		.entry("lambda", "&lambda;"), Map.entry("epsilon", "&epsilon;"), Map.entry("Delta", "&Delta;"), Map.entry("sigma",
			"&sigma;"), Map.entry("pi", "&pi;"), Map.entry("max", "max"), Map.entry("min", "min"), Map.entry("log", "log"), Map
				.entry("lVert", "&#8214;"), Map.entry("rVert", "&#8214;"), Map.entry("vert", "|"), Map.entry("Vert", "&#8214;"), Map
					.entry("times", " &times; "), Map.entry("cdot", " &middot; "), Map.entry("le", " &le; "), Map.entry("Big", ""));

	private final String latex;
	private int at;

	private FormulaHtml(final String latex) {
		this.latex = latex;
	}

	/**
	 * A formula.
	 *
	 * @throws IllegalArgumentException if it holds LaTeX that isn't known here
	 */
	static String of(final String latex) {
		final FormulaHtml formula = new FormulaHtml(latex);
		final String html = formula.sequence();
		if (formula.at < latex.length()) throw new IllegalArgumentException("unbalanced: " + latex);
		return html;
	}

	/** Up to the end, or to a closing brace, which is left. */
	private String sequence() {
		final StringBuilder html = new StringBuilder();
		while (at < latex.length() && latex.charAt(at) != '}')
			html.append(item());
		return html.toString();
	}

	private String item() {
		final char c = latex.charAt(at++);
		return switch (c) {
			case '\\' -> command();
			case '_' -> "<sub>" + argument() + "</sub>";
			case '^' -> "<sup>" + argument() + "</sup>";
			case '{' -> group();
			case '<' -> "&lt;";
			case '>' -> "&gt;";
			case '&' -> "&amp;";
			case '-' -> "&minus;";
			default -> String.valueOf(c);
		};
	}

	private String command() {
		final int start = at;
		while (at < latex.length() && Character.isLetter(latex.charAt(at)))
			at++;
		if (at == start) return latex.charAt(at++) == '|' ? "&#8214;" : "&nbsp;";
		final String name = latex.substring(start, at);
		switch (name) {
			case "frac":
				final String above = argument(), below = argument();
				return bracketed(above) + " / " + bracketed(below);
			case "sqrt":
				return root();
			case "bar":
				return "<u>" + argument() + "</u>";
			default:
				final String sign = SIGNS.get(name);
				if (sign == null) throw new IllegalArgumentException("\\" + name + " in " + latex);
				return sign;
		}
	}

	private String root() {
		String degree = "";
		if (latex.charAt(at) == '[') {
			degree = "<sup>" + latex.substring(at + 1, latex.indexOf(']', at)) + "</sup>";
			at = latex.indexOf(']', at) + 1;
		}
		return degree + "&radic;" + bracketed(argument());
	}

	private String argument() {
		while (latex.charAt(at) == ' ')
			at++;
		return item();
	}

	private String group() {
		final String html = sequence();
		if (at >= latex.length()) throw new IllegalArgumentException("unbalanced: " + latex);
		at++;
		return html;
	}

	/** In brackets, unless it is one word. */
	private static String bracketed(final String html) {
		return html.replaceAll("<su([bp])>.*?</su\\1>|&\\w+;", "x").matches("\\w*") ? html : "(" + html + ")";
	}
}
