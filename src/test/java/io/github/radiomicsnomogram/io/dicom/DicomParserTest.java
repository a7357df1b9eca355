package io.github.radiomicsnomogram.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DicomParserTest {

	@TempDir
	Path folder;

	private Optional<DicomFile> parse(final byte[] bytes) throws IOException {
		return DicomParser.parse(Files.write(folder.resolve("f"), bytes));
	}

	private DicomFile parse(final DicomWriter writer) throws IOException {
		return parse(writer.bytes()).orElseThrow();
	}

	private static void assertWhole(final DicomFile file) throws BadDicom {
		assertEquals("", file.problem());
		assertEquals(3, file.attributes().integer(Tag.ROWS).getAsInt());
		assertEquals("Thorax", file.attributes().text(Tag.SERIES_DESCRIPTION).orElse(""));
		assertEquals("1.2.3.4", file.seriesUid());
		assertEquals(24, file.pixels().length());
	}

	@ParameterizedTest
	@EnumSource(value = TransferSyntax.class, names = { "IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG", "DEFLATED" })
	void readsEveryEncoding(final TransferSyntax syntax) throws Exception {
		final DicomFile file = parse(DicomWriter.slice(0, 0).as(syntax));
		assertWhole(file);
		assertEquals(syntax, file.syntax());
		assertEquals(List.of(), file.warnings());
	}

	@ParameterizedTest
	@EnumSource(Encoding.class)
	void recognisesTheEncodingWithoutMetaAndPreamble(final Encoding encoding) throws Exception {
		assertWhole(parse(DicomWriter.slice(0, 0).really(encoding).withoutMeta().withoutPreamble()));
		assertWhole(parse(DicomWriter.slice(0, 0).really(encoding).claim(null)));
	}

	@Test
	void believesTheDataSetMoreThanItsMeta() throws Exception {
		final DicomFile file = parse(DicomWriter.slice(0, 0).really(Encoding.IMPLICIT_LITTLE));
		assertWhole(file);
		assertEquals(1, file.warnings().size());
		assertWhole(parse(DicomWriter.slice(0, 0).as(TransferSyntax.IMPLICIT_LITTLE).really(Encoding.EXPLICIT_LITTLE)));
	}

	@Test
	void namesAnUnknownTransferSyntax() throws Exception {
		assertEquals("TransferSyntaxUID (0002,0010) is '1.2.3', a private or unknown transfer syntax. Export it as Explicit " +
			"VR Little Endian", parse(DicomWriter.slice(0, 0).claim("1.2.3")).problem());
	}

	@Test
	void readsValuesThatArePaddedOddlyOrHaveOddLengths() throws Exception {
		final DicomFile file = parse(DicomWriter.slice(0, 0).as(TransferSyntax.IMPLICIT_LITTLE).set(Tag.PIXEL_SPACING,
			" 0.5 \\ .75\0\0".getBytes(StandardCharsets.US_ASCII)).set(Tag.KVP, "+1.2E2".getBytes(StandardCharsets.US_ASCII)).set(
				Tag.PATIENT_POSITION, new byte[] { 'H', 'F', 'S' }));
		assertWhole(file);
		assertTrue(Arrays.equals(new double[] { 0.5, 0.75 }, file.attributes().numbers(Tag.PIXEL_SPACING, 2)));
		assertEquals(120, file.attributes().number(Tag.KVP).getAsDouble());
		assertEquals("HFS", file.attributes().text(Tag.PATIENT_POSITION).orElse(""));
	}

	@Test
	void readsOnlyDecimalNumbers() throws Exception {
		for (final String text : List.of("1,5", "NaN", "Infinity", "1e999", "0x10", "1d", "1.5f", "", "--1", "1 2")) {
			final DicomAttributes a = parse(DicomWriter.slice(0, 0).set(Tag.PIXEL_SPACING, "1\\" + text)).attributes();
			final BadDicom e = org.junit.jupiter.api.Assertions.assertThrows(BadDicom.class, () -> a.numbers(Tag.PIXEL_SPACING,
				2), text);
			assertTrue(e.getMessage().startsWith("PixelSpacing (0028,0030) is '1\\" + text), e.getMessage());
		}
	}

	@Test
	void readsTextInItsCharacterSet() throws Exception {
		final byte[] name = "Thorax nativ für Übersicht".getBytes(StandardCharsets.UTF_8);
		final DicomFile file = parse(DicomWriter.slice(0, 0).set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192").set(
			Tag.SERIES_DESCRIPTION, name));
		assertEquals("Thorax nativ für Übersicht", file.attributes().text(Tag.SERIES_DESCRIPTION).orElse(""));
	}

	/** Sequences that nobody asks for: private, of unknown representation, open, nested, with pixels of their own. */
	@ParameterizedTest
	@EnumSource(value = Encoding.class)
	void skipsSequences(final Encoding encoding) throws Exception {
		final DicomWriter icon = DicomWriter.empty().set(Tag.ROWS, 99).set(Tag.PIXEL_DATA, new DicomWriter.Fragments(
			new byte[10]));
		for (final boolean open : new boolean[] { false, true }) {
			final DicomWriter writer = DicomWriter.slice(0, 0).really(encoding).claim(null).set(0x00091001, Vr.SQ, List.of(icon,
				DicomWriter.empty().set(0x00091002, Vr.SQ, List.of(icon)))).set(0x00880200, Vr.SQ, List.of(icon));
			assertWhole(parse(open ? writer.withOpenSequences() : writer));
		}
	}

	@Test
	void readsAnOpenValueOfUnknownRepresentationAsImplicit() throws Exception {
		final byte[] implicit = DicomWriter.concat(item(0xFFFEE000), DicomWriter.header(Encoding.IMPLICIT_LITTLE, 0x00091002,
			Vr.NONE, PixelData.UNDEFINED), item(0xFFFEE000), DicomWriter.header(Encoding.IMPLICIT_LITTLE, 0x00280010, Vr.NONE,
				2), new byte[] { 1, 0 }, end(0xFFFEE00D), end(0xFFFEE0DD), end(0xFFFEE00D), end(0xFFFEE0DD));
		final byte[] unknown = DicomWriter.concat(DicomWriter.header(Encoding.EXPLICIT_LITTLE, 0x00091001, Vr.UN,
			PixelData.UNDEFINED), implicit);
		final byte[] file = DicomWriter.slice(0, 0).bytes();
		final int at = indexOf(file, DicomWriter.header(Encoding.EXPLICIT_LITTLE, 0x00180050, Vr.DS, 2));
		assertWhole(parse(DicomWriter.concat(Arrays.copyOf(file, at), unknown, Arrays.copyOfRange(file, at, file.length)))
			.orElseThrow());
	}

	private static byte[] item(final int tag) {
		return DicomWriter.header(Encoding.IMPLICIT_LITTLE, tag, Vr.NONE, PixelData.UNDEFINED);
	}

	private static byte[] end(final int tag) {
		return DicomWriter.header(Encoding.IMPLICIT_LITTLE, tag, Vr.NONE, 0);
	}

	private static int indexOf(final byte[] in, final byte[] what) {
		for (int i = 0; i + what.length <= in.length; i++)
			if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) return i;
		throw new AssertionError("not there");
	}

	@Test
	void walksOverAnyDepthAndBoundsWhatItKeeps() throws Exception {
		final int deep = 200_000;
		final byte[] file = DicomWriter.slice(0, 0).bytes();
		final int at = indexOf(file, DicomWriter.header(Encoding.EXPLICIT_LITTLE, 0x00180050, Vr.DS, 2));
		for (final int tag : new int[] { 0x00091001, Tag.PIXEL_MEASURES_SEQUENCE.number() }) {
			final byte[] nested = nested(tag, deep);
			final DicomFile parsed = parse(DicomWriter.concat(Arrays.copyOf(file, at), nested, Arrays.copyOfRange(file, at,
				file.length))).orElseThrow();
			if (tag == 0x00091001) assertWhole(parsed);
			else assertEquals("PixelMeasuresSequence (0028,9110) lies in more than 8 nested sequences", parsed.problem());
		}
	}

	private static byte[] nested(final int tag, final int deep) {
		final byte[] open = DicomWriter.concat(DicomWriter.header(Encoding.EXPLICIT_LITTLE, tag, Vr.SQ,
			PixelData.UNDEFINED), item(0xFFFEE000));
		final byte[] close = DicomWriter.concat(end(0xFFFEE00D), end(0xFFFEE0DD));
		final byte[] all = new byte[deep * (open.length + close.length)];
		for (int i = 0; i < deep; i++) {
			System.arraycopy(open, 0, all, i * open.length, open.length);
			System.arraycopy(close, 0, all, deep * open.length + i * close.length, close.length);
		}
		return all;
	}

	@Test
	void saysWhereATruncatedFileEnds() throws Exception {
		final byte[] file = DicomWriter.slice(0, 0).bytes();
		for (int n = 140; n < file.length; n++) {
			final Optional<DicomFile> parsed = parse(Arrays.copyOf(file, n));
			assertTrue(parsed.isPresent(), "cut at " + n);
			final PixelData pixels = parsed.get().pixels();
			assertTrue(pixels == null || pixels.available() < pixels.length(), "cut at " + n);
			if (!parsed.get().problem().isEmpty()) assertTrue(parsed.get().problem().contains("truncated"));
		}
	}

	@Test
	void checksLengthsBeforeItTakesMemory() throws Exception {
		for (final Vr vr : List.of(Vr.UN, Vr.SQ, Vr.UT)) {
			final byte[] header = DicomWriter.header(Encoding.EXPLICIT_LITTLE, 0x00091001, vr, 0x7FFFFFF0L);
			final DicomFile file = parse(DicomWriter.empty().set(Tag.MODALITY, "CT").append(header));
			assertEquals("(0009,1001) claims 2147483632 bytes, but only 0 are left: the file is cut off (truncated), or its " +
				"length field is wrong. Copy or export it again", file.problem());
		}
	}

	/** 12 MB of empty items in 12 kB: as many as are allowed take little memory, more are refused. */
	@Test
	void boundsTheItemsOfADeflatedFile() throws Exception {
		final byte[] items = new byte[8 * 1_500_000];
		final byte[] item = DicomWriter.header(Encoding.EXPLICIT_LITTLE, 0xFFFEE000, Vr.NONE, 0);
		for (int i = 0; i < items.length; i += 8)
			System.arraycopy(item, 0, items, i, 8);
		final DicomFile file = parse(DicomWriter.slice(0, 0).as(TransferSyntax.DEFLATED).set(Tag.PIXEL_MEASURES_SEQUENCE,
			items));
		assertEquals("PixelMeasuresSequence (0028,9110) has too many items", file.problem());
	}

	@Test
	void givesUpOnADataSetThatInflatesWithoutEnd() throws Exception {
		final DicomFile file = parse(DicomWriter.slice(0, 0).as(TransferSyntax.DEFLATED).remove(Tag.PIXEL_DATA).set(0x00091001,
			Vr.OB, new byte[70 << 20]));
		assertTrue(file.problem().startsWith("(0009,1001) claims 73400320 bytes, but only 67"), file.problem());
	}

	@Test
	void namesTheElementThatSwallowsTheNext() throws Exception {
		final byte[] file = DicomWriter.slice(0, 0).pixels(new short[100_000]).bytes();
		final byte[] header = DicomWriter.header(Encoding.EXPLICIT_LITTLE, 0x0008103E, Vr.LO, 6);
		final int at = indexOf(file, header);
		System.arraycopy(DicomWriter.header(Encoding.EXPLICIT_LITTLE, 0x0008103E, Vr.LO, 0xFFF0), 0, file, at, 8);
		assertEquals("SeriesDescription (0008,103E) has 65520 bytes, far too many for it: its length field is wrong", parse(
			file).orElseThrow().problem());
	}

	@Test
	void tellsOtherFilesApart() throws IOException {
		assertTrue(parse(new byte[0]).isEmpty());
		assertTrue(parse(new byte[132]).isEmpty());
		assertTrue(parse("DICM".repeat(100).getBytes(StandardCharsets.US_ASCII)).isEmpty());
		assertTrue(parse(Arrays.copyOf(DicomWriter.slice(0, 0).bytes(), 132)).isEmpty());
		assertTrue(parse("A text, long enough to be looked at by the reader.".getBytes(StandardCharsets.US_ASCII))
			.isEmpty());
	}

	@Test
	void knowsWhatIsNoImage() throws Exception {
		assertTrue(parse(DicomWriter.slice(0, 0)).isImage());
		for (final String sopClass : List.of("1.2.840.10008.5.1.4.1.1.481.3", "1.2.840.10008.5.1.4.1.1.66.4",
			"1.2.840.10008.5.1.4.1.1.88.11", "1.2.840.10008.1.3.10"))
			assertFalse(parse(DicomWriter.slice(0, 0).set(Tag.SOP_CLASS_UID, sopClass)).isImage(), sopClass);
	}
}
