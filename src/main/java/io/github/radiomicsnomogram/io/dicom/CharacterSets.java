package io.github.radiomicsnomogram.io.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Java's names of the character sets that SpecificCharacterSet may name (PS3.3, C.12.1.1.2). */
final class CharacterSets {

	private static final Map<String, String> NAMES = Map.ofEntries( //
		Map.entry("ISO_IR 100", "ISO-8859-1"), Map.entry("ISO_IR 101", "ISO-8859-2"), //
		Map.entry("ISO_IR 109", "ISO-8859-3"), Map.entry("ISO_IR 110", "ISO-8859-4"), //
		Map.entry("ISO_IR 144", "ISO-8859-5"), Map.entry("ISO_IR 127", "ISO-8859-6"), //
		Map.entry("ISO_IR 126", "ISO-8859-7"), Map.entry("ISO_IR 138", "ISO-8859-8"), //
		Map.entry("ISO_IR 148", "ISO-8859-9"), Map.entry("ISO_IR 203", "ISO-8859-15"), //
		Map.entry("ISO_IR 166", "TIS-620"), Map.entry("ISO_IR 13", "JIS_X0201"), //
		Map.entry("ISO_IR 87", "ISO-2022-JP"), Map.entry("ISO_IR 159", "ISO-2022-JP-2"), //
		Map.entry("ISO_IR 149", "ISO-2022-KR"), Map.entry("ISO_IR 58", "GB2312"), //
		Map.entry("ISO_IR 192", "UTF-8"), Map.entry("GB18030", "GB18030"), Map.entry("GBK", "GBK"));

	private CharacterSets() {}

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
