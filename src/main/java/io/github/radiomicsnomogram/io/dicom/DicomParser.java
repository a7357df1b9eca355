package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.io.dicom.DicomAttributes.Value;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipException;

/**
 * Reads the data elements of a file up to its pixels (PS3.5, chapter 7). Keeps what {@link Tag} lists and skips the
 * rest; a sequence that nobody asks for is walked over without recursion, however deep it is. Every length is checked
 * against what encloses it, the number of items is bounded, and the pixels aren't touched.
 */
final class DicomParser {

	/** Depth of nested sequences that are kept; functional groups need 2. */
	private static final int DEEPEST = 8;

	/** Longest value that is kept, in bytes; the attributes in {@link Tag} are short, but for a contour's points. */
	private static final int LONGEST = 1 << 12;

	/** Most items of kept sequences in a file. */
	private static final int MOST_ITEMS = 500_000;

	/** Names that reserve blocks of private elements which {@link Tag} lists, by their groups. */
	private static final Map<Integer, String> CREATORS = Map.of(0x0009, "GEMS_PETD_01", 0x7053, "Philips PET Private Group");

	private static final int ITEM = 0xFFFEE000;
	private static final int ITEM_END = 0xFFFEE00D;
	private static final int SEQUENCE_END = 0xFFFEE0DD;

	private final DicomInput in;
	/** What is kept. */
	private final Predicate<Tag> wanted;
	private final Map<Tag, Value> top = new EnumMap<>(Tag.class);
	private final List<String> warnings = new ArrayList<>();
	private TransferSyntax syntax = TransferSyntax.UNKNOWN;
	private Encoding encoding = Encoding.EXPLICIT_LITTLE;
	private Charset charset = StandardCharsets.ISO_8859_1;
	private long inflateFrom = PixelData.NOT_DEFLATED;
	private PixelData pixels;
	private int items;
	/** Block that the group's known creator has reserved, and that group; 0 for none. */
	private int privateBlock;
	private int privateGroup;
	/** The element that is being read, for messages. */
	private int current;

	private DicomParser(final DicomInput in, final Predicate<Tag> wanted) {
		this.in = in;
		this.wanted = wanted;
	}

	/**
	 * Reads a file's header.
	 *
	 * @return nothing if this is no DICOM file; for a broken one what could be read, and why no more
	 * @throws IOException if the file can't be opened or read at all
	 */
	static Optional<DicomFile> parse(final Path file) throws IOException {
		return parse(file, tag -> !tag.isOfRois() && !tag.isOfPatient() && !tag.isOfDirectory());
	}

	/** As {@link #parse(Path)}, with the contours or segments of a file of ROIs, which may take as much memory as it. */
	static Optional<DicomFile> parseRois(final Path file) throws IOException {
		return parse(file, tag -> !tag.isOfPatient() && !tag.isOfDirectory());
	}

	/** As {@link #parse(Path)}, with the attributes that name the patient, for writing a file of the same patient. */
	static Optional<DicomFile> parsePatient(final Path file) throws IOException {
		return parse(file, tag -> !tag.isOfRois() && !tag.isOfDirectory());
	}

	/** The records of a DICOMDIR, with what they say of files and nothing of patients. */
	static Optional<DicomFile> parseDirectory(final Path file) throws IOException {
		return parse(file, tag -> tag.isOfDirectory() || tag.number() >>> 16 == 2);
	}

	private static Optional<DicomFile> parse(final Path file, final Predicate<Tag> wanted) throws IOException {
		try (DicomInput in = DicomInput.open(file)) {
			final int start = DicomSignature.firstElement(in.peek(DicomSignature.HEAD));
			if (start < 0) return Optional.empty();
			in.skip(start);
			return Optional.of(new DicomParser(in, wanted).parseFrom(file));
		}
	}

	private DicomFile parseFrom(final Path file) throws IOException {
		String problem = "";
		try {
			readMeta();
			readDataSet();
		}
		catch (final BadDicom e) {
			problem = e.getMessage();
		}
		catch (final EOFException e) {
			problem = "the file ends within " + Tag.describe(current) + ": it is cut off (truncated). Copy or export it again";
		}
		catch (final ZipException e) {
			problem = "its deflated data set is damaged after " + Tag.describe(current) + ". Copy or export it again";
		}
		return new DicomFile(file, syntax, encoding, DicomAttributes.of(top, charset), pixels, List.copyOf(warnings),
			problem);
	}

	/** Group 0002, if there is one, is always explicit little endian; its own length field is often wrong. */
	private void readMeta() throws IOException, BadDicom {
		Optional<String> uid = Optional.empty();
		while (isNextGroup(2)) {
			final Element e = readElement(Encoding.EXPLICIT_LITTLE);
			checkLength(e, in.limit());
			readInto(top, e, Encoding.EXPLICIT_LITTLE, in.limit(), 0);
			uid = DicomAttributes.of(top, charset).text(Tag.TRANSFER_SYNTAX_UID);
		}
		syntax = TransferSyntax.of(uid.orElse(""));
		if (uid.isPresent() && syntax == TransferSyntax.UNKNOWN) throw new BadDicom(Tag.TRANSFER_SYNTAX_UID + " is '" +
			DicomAttributes.shown(uid.get()) + "', a private or unknown transfer syntax. Export it as Explicit VR Little Endian");
		if (syntax.isDeflated()) {
			inflateFrom = in.position();
			in.inflate();
		}
		final Encoding declared = syntax.encoding();
		encoding = Encoding.of(in.peek(6), declared);
		if (encoding != declared && uid.isPresent()) warnings.add("its data set is written as " + encoding +
			", against its " + Tag.TRANSFER_SYNTAX_UID);
	}

	private boolean isNextGroup(final int group) throws IOException {
		final byte[] b = in.peek(2);
		return b.length == 2 && Encoding.EXPLICIT_LITTLE.u16(b, 0) == group;
	}

	private void readDataSet() throws IOException, BadDicom {
		while (!in.isAtEnd()) {
			final Element e = unmoved(readElement(encoding));
			final Tag tag = Tag.of(e.tag);
			if (tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA) {
				if (encoding.isExplicit() && !e.vr.isLongForm()) throw new BadDicom(tag + " has no representation that it can have " +
					"(such as OW): its header is damaged. Copy or export it again");
				pixels = new PixelData(tag, e.vr, in.position(), e.length, inflateFrom, in.limit() - in
					.position());
				if (!e.isOpen()) readBehind(e);
				return;
			}
			if (e.tag >>> 16 == 0) throw new BadDicom("its data elements end in zeros: the file is damaged. Copy or export it again");
			checkLength(e, in.limit());
			readInto(top, e, encoding, in.limit(), 0);
			if (tag == Tag.SPECIFIC_CHARACTER_SET) charset = DicomAttributes.of(top, charset).text(tag).map(CharacterSets::of)
				.orElse(charset);
		}
	}

	/**
	 * What follows the pixels shows whether they lie where the file says. A deflated data set has no checksum: that it is
	 * damaged shows only if it is read to its end.
	 */
	private void readBehind(final Element pixelData) throws IOException, BadDicom {
		final long behind = in.limit() - in.position() - pixelData.length;
		if (behind <= 0 && !in.isInflated()) return;
		in.skip(pixelData.length);
		if (!in.isAtEnd() && !isElementBehind(pixelData)) {
			if (in.isInflated()) throw new BadDicom("its deflated data set is damaged: what follows its pixels doesn't belong " +
				"there. Copy or export it again");
			warnings.add(behind + " bytes follow its pixels that don't belong there; they were left out");
		}
		while (in.isInflated() && !in.isAtEnd())
			in.skip(in.peek(LONGEST).length);
	}

	private boolean isElementBehind(final Element pixelData) throws IOException {
		final byte[] b = in.peek(8);
		return b.length == 8 && Integer.compareUnsigned(encoding.tag(b, 0), pixelData.tag) > 0 && (!encoding.isExplicit() || Vr
			.of(b[4], b[5]).ordinal() < Vr.OTHER.ordinal());
	}

	/**
	 * Gives private elements the numbers that they have in {@link Tag}, those of the first block: a file may keep them in
	 * any block, which the element of the block's number reserves by a name (PS3.5, 7.8.1). Those of others get a number
	 * that no attribute has.
	 */
	private Element unmoved(final Element e) throws IOException {
		final int group = e.tag >>> 16, number = e.tag & 0xFFFF;
		final String creator = CREATORS.get(group);
		if (creator == null) return e;
		if (number >= 0x10 && number <= 0xFF) {
			if (!e.isOpen() && e.length <= creator.length() + 2 && new String(in.peek((int) e.length),
				StandardCharsets.ISO_8859_1).trim().equals(creator))
			{
				privateGroup = group;
				privateBlock = number;
			}
			return e;
		}
		final boolean known = group == privateGroup && number >>> 8 == privateBlock;
		return new Element(group << 16 | (known ? 0x1000 | number & 0xFF : 0xFFFF), e.vr, e.length);
	}

	/** Header of a data element or item; the length is {@link PixelData#UNDEFINED} where it is left open. */
	private record Element(int tag, Vr vr, long length) {

		boolean isOpen() {
			return length == PixelData.UNDEFINED;
		}
	}

	private Element readElement(final Encoding as) throws IOException, BadDicom {
		final byte[] b = in.read(8);
		final int tag = as.tag(b, 0);
		current = tag;
		if (tag >>> 16 == 0xFFFE || !as.isExplicit()) return new Element(tag, Vr.NONE, as.u32(b, 4));
		final Vr vr = Vr.of(b[4], b[5]);
		// An element without a representation amid others that have one: some writers do that.
		if (vr == Vr.NONE) return new Element(tag, vr, as.u32(b, 4));
		if (vr.isLongForm() || vr == Vr.OTHER && b[6] == 0 && b[7] == 0) return new Element(tag, vr, as.u32(in.read(4), 0));
		return new Element(tag, vr, as.u16(b, 6));
	}

	private void checkLength(final Element e, final long end) throws BadDicom {
		final long left = end - in.position();
		if (e.isOpen() || e.length <= left) return;
		throw new BadDicom(Tag.describe(current) + " claims " + e.length + " bytes, but only " + left +
			" are left: the file is cut off (truncated), or its length field is wrong. Copy or export it again");
	}

	/** Reads the value of an element if it is one to keep, else skips it. Its length was checked. */
	private void readInto(final Map<Tag, Value> into, final Element e, final Encoding as, final long end, final int depth)
		throws IOException, BadDicom
	{
		final Tag tag = kept(e.tag);
		final Encoding inner = e.vr == Vr.UN ? Encoding.IMPLICIT_LITTLE : as;
		if (tag != null && tag.vr() == Vr.SQ && (e.vr == Vr.SQ || e.vr == Vr.UN || e.vr == Vr.NONE)) {
			into.put(tag, new Value(Vr.SQ, false, new byte[0], readItems(e, inner, end, depth + 1)));
		}
		else if (e.isOpen()) skipOpen(inner);
		else if (tag == null || e.vr == Vr.SQ) in.skip(e.length);
		else {
			if (e.length > (tag == Tag.CONTOUR_DATA ? Integer.MAX_VALUE - 16 : LONGEST)) throw new BadDicom(tag + " has " + e.length +
				" bytes, far too many for it: its length field is wrong");
			final boolean given = e.vr != Vr.UN && e.vr != Vr.OTHER && e.vr != Vr.NONE && e.vr != Vr.OB && e.vr != Vr.OW;
			into.put(tag, new Value(given ? e.vr : tag.vr(), inner.isBig(), in.read((int) e.length), List.of()));
		}
	}

	/** The attribute of a number, or null if it isn't to be kept. */
	private Tag kept(final int number) {
		final Tag tag = Tag.of(number);
		return tag == null || !wanted.test(tag) ? null : tag;
	}

	private List<DicomAttributes> readItems(final Element sequence, final Encoding as, final long end, final int depth)
		throws IOException, BadDicom
	{
		if (depth > DEEPEST) throw new BadDicom(Tag.describe(sequence.tag) + " lies in more than " + DEEPEST +
			" nested sequences");
		final List<DicomAttributes> read = new ArrayList<>();
		final long stop = sequence.isOpen() ? end : in.position() + sequence.length;
		while (sequence.isOpen() || in.position() < stop) {
			final Element e = readElement(as);
			if (e.tag == SEQUENCE_END) break;
			if (e.tag != ITEM) throw new BadDicom(Tag.describe(sequence.tag) + " holds " + Tag.describe(e.tag) +
				" where an item must begin");
			if (++items > MOST_ITEMS) throw new BadDicom(Tag.describe(sequence.tag) + " has too many items");
			checkLength(e, stop);
			read.add(readItem(e, as, e.isOpen() ? stop : in.position() + e.length, depth));
		}
		return List.copyOf(read);
	}

	private DicomAttributes readItem(final Element item, final Encoding as, final long end, final int depth)
		throws IOException, BadDicom
	{
		final Map<Tag, Value> values = new EnumMap<>(Tag.class);
		while (item.isOpen() || in.position() < end) {
			final Element e = readElement(as);
			if (e.tag == ITEM_END) break;
			checkLength(e, end);
			readInto(values, e, as, end, depth);
		}
		return DicomAttributes.of(values, charset);
	}

	/** Skips the rest of a sequence, or of packed pixels, whose length is left open. Counts levels, so it can be deep. */
	private void skipOpen(final Encoding as) throws IOException, BadDicom {
		long depth = 1;
		// Level at which a value of unknown representation began: all below is implicit little endian.
		long implicitFrom = as.isExplicit() ? Long.MAX_VALUE : 0;
		while (depth > 0) {
			final Element e = readElement(depth > implicitFrom ? Encoding.IMPLICIT_LITTLE : as);
			if (e.tag == SEQUENCE_END || e.tag == ITEM_END) {
				if (--depth <= implicitFrom && as.isExplicit()) implicitFrom = Long.MAX_VALUE;
			}
			else if (e.isOpen()) {
				if (e.vr == Vr.UN && implicitFrom == Long.MAX_VALUE) implicitFrom = depth;
				depth++;
			}
			else {
				checkLength(e, in.limit());
				in.skip(e.length);
			}
		}
	}
}
