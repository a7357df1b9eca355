package io.github.radiomicsnomogram.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text with and without code extensions; the first ones are the examples of PS3.5, annexes H, I, J and K. */
class CharacterSetsTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"\\ISO 2022 IR 87 | Yamada=~$B;3ED~(B^~$BB@O:~(B | Yamada=\u5c71\u7530^\u592a\u90ce",
		"ISO_IR 13\\ISO 2022 IR 87 | ~$B;3ED~(J^~$BB@O:~(J | \u5c71\u7530^\u592a\u90ce", //
		"ISO_IR 13 | \u00d4\u00cf\u00c0\u00de | \uff94\uff8f\uff80\uff9e",
		"\\ISO 2022 IR 149 | Hong=~$)C\u00fb\u00f3^~$)C\u00d1\u00ce\u00d4\u00d7 | Hong=\u6d2a^\u5409\u6d1e",
		"\\ISO 2022 IR 58 | ~$)A\u00cd\u00f5^~$)A\u00d0\u00a1\u00b6\u00ab | \u738b^\u5c0f\u4e1c",
		"GB18030 | \u00cd\u00f5^\u00d0\u00a1\u00b6\u00ab | \u738b^\u5c0f\u4e1c", //
		"ISO_IR 144 | \u00bb\u00ee | \u041b\u044e", "\\ISO 2022 IR 144 | a~-L\u00bb | a\u041b",
		"ISO_IR 100\\ISO 2022 IR 126 | ~-A\u00e4 ~-F\u00e1 | \u00e4 \u03b1", "ISO_IR 100 | Tum\u00f6r | Tum\u00f6r",
		"ISO_IR 192 | \u00c3\u00a4 | \u00e4", "unknown | \u00e4 | \u00e4" })
	void readsNames(final String sets, final String latin, final String text) {
		assertEquals(text, CharacterSets.decode(latin.replace('~', '\u001b').getBytes(StandardCharsets.ISO_8859_1), CharacterSets
			.of(sets)));
	}

	/** Cut or unknown sequences are no reason to fail. */
	@ParameterizedTest
	@CsvSource({ "~", "a~", "~$", "~$)", "~(", "~~~", "~$)C", "x~%G" })
	void brokenSequencesAreText(final String latin) {
		final byte[] bytes = latin.replace('~', '\u001b').getBytes(StandardCharsets.ISO_8859_1);
		assertEquals(CharacterSets.decode(bytes, StandardCharsets.ISO_8859_1).length() > 0, !latin.equals("~$)C"));
	}
}
