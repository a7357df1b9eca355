package io.github.radiomicsnomogram.io.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Java's names of the character sets that SpecificCharacterSet may name (PS3.3, C.12.1.1.2). */
final class CharacterSets {

	/** Knows the escape sequences of its sets. */
	private static final String JAPANESE = "ISO-2022-JP-2";

	private static final Map<String, String> NAMES = Map.ofEntries( //
		Map.entry("ISO_IR 100", "ISO-8859-1"), Map.entry("ISO_IR 101", "ISO-8859-2"), //
		Map.entry("ISO_IR 109", "ISO-8859-3"), Map.entry("ISO_IR 110", "ISO-8859-4"), //
		Map.entry("ISO_IR 144", "ISO-8859-5"), Map.entry("ISO_IR 127", "ISO-8859-6"), //
		Map.entry("ISO_IR 126", "ISO-8859-7"), Map.entry("ISO_IR 138", "ISO-8859-8"), //
		Map.entry("ISO_IR 148", "ISO-8859-9"), Map.entry("ISO_IR 203", "ISO-8859-15"), //
		Map.entry("ISO_IR 166", "TIS-620"), Map.entry("ISO_IR 13", "JIS_X0201"), //
		Map.entry("ISO_IR 87", "ISO-2022-JP"), Map.entry("ISO_IR 159", JAPANESE), //
		Map.entry("ISO_IR 149", "EUC-KR"), Map.entry("ISO_IR 58", "GB2312"), //
		Map.entry("ISO_IR 192", "UTF-8"), Map.entry("GB18030", "GB18030"), Map.entry("GBK", "GBK"));

	/** What stands after an escape character to begin a set (PS3.3, tables C.12-3 and C.12-4). */
	private static final Map<String, String> BEGINNINGS = Map.ofEntries( //
		Map.entry("(B", "US-ASCII"), Map.entry("(J", "JIS_X0201"), Map.entry(")I", "JIS_X0201"), //
		Map.entry("-A", "ISO-8859-1"), Map.entry("-B", "ISO-8859-2"), Map.entry("-C", "ISO-8859-3"), //
		Map.entry("-D", "ISO-8859-4"), Map.entry("-L", "ISO-8859-5"), Map.entry("-G", "ISO-8859-6"), //
		Map.entry("-F", "ISO-8859-7"), Map.entry("-H", "ISO-8859-8"), Map.entry("-M", "ISO-8859-9"), //
		Map.entry("-b", "ISO-8859-15"), Map.entry("-T", "TIS-620"), //
		Map.entry("$)C", "EUC-KR"), Map.entry("$)A", "GB2312"), Map.entry("$B", JAPANESE), Map.entry("$(D", JAPANESE));

	private static final char ESCAPE = 0x1B;

	private CharacterSets() {}

	/** Text in which escape sequences may begin other sets, as code extensions do. */
	static String decode(final byte[] bytes, final Charset first) {
		int at = 0;
		while (at < bytes.length && bytes[at] != ESCAPE)
			at++;
		if (at == bytes.length) return new String(bytes, first);
		final StringBuilder text = new StringBuilder(new String(bytes, 0, at, first));
		for (int from = at, to; from < bytes.length; from = to) {
			to = from + 1;
			while (to < bytes.length && bytes[to] != ESCAPE)
				to++;
			text.append(part(bytes, from, to, first));
		}
		return text.toString();
	}

	/** The part from an escape character to the next. */
	private static String part(final byte[] bytes, final int from, final int to, final Charset first) {
		final String latin = new String(bytes, from + 1, to - from - 1, StandardCharsets.ISO_8859_1);
		for (int length = 2; length <= 3 && length <= latin.length(); length++) {
			final String name = BEGINNINGS.get(latin.substring(0, length));
			if (name == null || !Charset.isSupported(name)) continue;
			final int skipped = name.equals(JAPANESE) ? 0 : length + 1;
			return new String(bytes, from + skipped, to - from - skipped, Charset.forName(name));
		}
		return new String(bytes, from, to - from, first);
	}

	/**
	 * The character set of a value of SpecificCharacterSet. Of several (code extensions) the last one decides, as it is
	 * the one that the others can't write; unknown ones are read as Latin-1.
	 */
	static Charset of(final String value) {
		final String[] terms = value.split("\\\\");
		final String name = NAMES.get(terms[terms.length - 1].trim().replace("ISO 2022 IR", "ISO_IR"));
		return name != null && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
	}
}
