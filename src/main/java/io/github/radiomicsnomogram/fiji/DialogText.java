package io.github.radiomicsnomogram.fiji;

/** Text for ImageJ's message windows, which don't break lines: a long message would leave the screen. */
public final class DialogText {

	private static final int WIDTH = 90;

	private DialogText() {}

	/** The same words in lines of at most 90 characters, broken at spaces, else, in long paths, anywhere. */
	public static String wrapped(final String text) {
		final StringBuilder out = new StringBuilder();
		int column = 0;
		for (final String word : text.split("(?<=[ \n])")) {
			final int length = word.stripTrailing().length();
			if (column > 0 && column + length > WIDTH) column = newLine(out);
			for (int i = 0; i < word.length(); i++) {
				final char c = word.charAt(i);
				if (column == WIDTH && c != ' ' && c != '\n') column = newLine(out);
				out.append(c);
				column = c == '\n' ? 0 : column + 1;
			}
		}
		return out.toString();
	}

	private static int newLine(final StringBuilder out) {
		while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ')
			out.setLength(out.length() - 1);
		out.append('\n');
		return 0;
	}
}
