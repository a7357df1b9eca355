package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.io.AtomicFiles;
import io.github.radiomicsnomogram.io.FileErrors;
import io.github.radiomicsnomogram.volume.Mask;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes masks as a DICOM Segmentation object (PS3.3, A.51): binary, one segment for each mask, a frame for each slice
 * on which a mask has a voxel, on the grid of the image series that it belongs to, with references to the series' own
 * images. Patient, study and frame of reference are the series'. Voxels are read back exactly.
 */
public final class SegWriter {

	private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.66.4";
	private static final String EXPLICIT_LITTLE = "1.2.840.10008.1.2.1";
	/** Tells other programs that ours wrote a file (PS3.7, D.3.3.2): of a UUID, as PS3.5, B.2, allows. */
	private static final String IMPLEMENTATION = "2.25.265624784303456867943898203820380992047";
	private static final String IMPLEMENTATION_NAME = "RADIOMICS_NOMO";

	/** Of what comes from a series, so that viewers list it after the series. */
	private static final int SERIES_NUMBERS = 1000, LARGEST_SERIES = 999_999;
	private static final int MOST_SEGMENTS = 0xFFFF;
	private static final long MOST_BYTES = Integer.MAX_VALUE - 16L;

	private final List<Mask> masks;
	private final SeriesSource source;
	private final List<Slice> slices;
	private final DicomFile patient;

	private SegWriter(final List<Mask> masks, final SeriesSource source) {
		this.masks = masks;
		this.source = source;
		slices = source.stack().slices();
		patient = patient(slices.get(0).frame().file().path());
	}

	/**
	 * Writes masks as segments 1, 2, ... of one file, labelled by their names.
	 *
	 * @param masks at least one, on the series' grid; may overlap
	 * @param source series that they belong to
	 * @param file to write
	 * @throws InputException if a mask lies on another grid, the series lacks what a segmentation must refer to, or the
	 *           file can't be written
	 */
	public static void write(final List<Mask> masks, final SeriesSource source, final Path file) {
		if (masks.isEmpty() || masks.size() > MOST_SEGMENTS) throw new IllegalArgumentException(masks.size() + " segments");
		for (final Mask mask : masks)
			source.geometry().firstDifference(mask.geometry()).ifPresent(difference -> {
				throw new InputException("The ROI '" + mask.name() + "' lies on another grid than the DICOM series '" + source.path() +
					"' (" + difference + ").\n  series: " + source.geometry().describe() + "\n  ROI:    " + mask.geometry().describe());
			});
		final SegWriter writer = new SegWriter(masks, source);
		final DataSet data = writer.dataSet();
		AtomicFiles.write(file, out -> writeTo(out, data));
	}

	/** A new unique identifier (PS3.5, B.2). */
	static String uid() {
		final UUID uuid = UUID.randomUUID();
		return "2.25." + new BigInteger(1, ByteBuffer.allocate(16).putLong(uuid.getMostSignificantBits()).putLong(uuid
			.getLeastSignificantBits()).array());
	}

	private static void writeTo(final OutputStream out, final DataSet data) throws IOException {
		final byte[] meta = new DataSet().bytes(0x00020001, Vr.OB, new byte[] { 0, 1 }).text(Tag.MEDIA_STORAGE_SOP_CLASS_UID,
			SOP_CLASS).text(0x00020003, Vr.UI, data.textOf(Tag.SOP_INSTANCE_UID)).text(Tag.TRANSFER_SYNTAX_UID, EXPLICIT_LITTLE)
			.text(0x00020012, Vr.UI, IMPLEMENTATION).text(0x00020013, Vr.SH, IMPLEMENTATION_NAME).toBytes();
		out.write(new byte[128]);
		out.write(new byte[] { 'D', 'I', 'C', 'M' });
		new DataSet().longs(0x00020000, meta.length).writeTo(out);
		out.write(meta);
		data.writeTo(out);
	}

	private static DicomFile patient(final Path file) {
		try {
			return DicomParser.parsePatient(file).orElseThrow(() -> new InputException("'" + file + "' is no DICOM file any more."));
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
	}

	private DataSet dataSet() {
		final LocalDateTime now = LocalDateTime.now();
		final DataSet data = new DataSet();
		addPatientAndStudy(data);
		addSeries(data, now);
		final SegFrames frames = new SegFrames(masks, slices, source.geometry());
		if (frames.bytes() > MOST_BYTES) throw new InputException("A segmentation of " + frames.count() + " frames of " + source
			.geometry().size(0) + " x " + source.geometry().size(1) + " pixels is too large for one file.");
		data.text(Tag.IMAGE_TYPE, "DERIVED\\PRIMARY").text(Tag.INSTANCE_NUMBER, "1").text(0x00080023, Vr.DA, date(now)).text(
			0x00080033, Vr.TM, time(now)).text(0x00700080, Vr.CS, "SEGMENTATION").text(0x00700081, Vr.LO, "").text(0x00700084, Vr.PN,
				"");
		data.number(Tag.SAMPLES_PER_PIXEL, 1).text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2").number(
			Tag.PIXEL_REPRESENTATION, 0).number(Tag.BITS_ALLOCATED, 1).number(Tag.BITS_STORED, 1).number(Tag.HIGH_BIT, 0).text(
				Tag.LOSSY_IMAGE_COMPRESSION, lossy()).text(Tag.SEGMENTATION_TYPE, "BINARY");
		data.number(Tag.ROWS, (int) source.geometry().size(1)).number(Tag.COLUMNS, (int) source.geometry().size(0));
		data.sequence(Tag.SEGMENT_SEQUENCE, segments());
		data.sequence(Tag.REFERENCED_SERIES_SEQUENCE, referencedSeries());
		frames.addTo(data);
		return data;
	}

	/** As they are with the images; where an attribute must be there, an unknown one is empty. */
	private void addPatientAndStudy(final DataSet data) {
		data.text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
		for (final Tag tag : List.of(Tag.PATIENT_NAME, Tag.PATIENT_ID, Tag.PATIENT_BIRTH_DATE, Tag.PATIENT_SEX,
			Tag.STUDY_DATE, Tag.STUDY_TIME, Tag.STUDY_ID, Tag.ACCESSION_NUMBER, Tag.REFERRING_PHYSICIAN_NAME,
			Tag.POSITION_REFERENCE_INDICATOR))
			data.text(tag, text(tag).orElse(""));
		text(Tag.STUDY_DESCRIPTION).ifPresent(t -> data.text(Tag.STUDY_DESCRIPTION, t));
		data.text(Tag.STUDY_INSTANCE_UID, required(Tag.STUDY_INSTANCE_UID));
		data.text(Tag.FRAME_OF_REFERENCE_UID, required(Tag.FRAME_OF_REFERENCE_UID));
	}

	private void addSeries(final DataSet data, final LocalDateTime now) {
		final int number = source.series().number();
		data.text(Tag.SOP_CLASS_UID, SOP_CLASS).text(Tag.SOP_INSTANCE_UID, uid()).text(Tag.MODALITY, "SEG").text(
			Tag.SERIES_INSTANCE_UID, uid()).text(Tag.SERIES_NUMBER, Integer.toString(SERIES_NUMBERS + Math.min(number,
				LARGEST_SERIES))).text(Tag.SERIES_DESCRIPTION, limited("Segmentation " + masks.get(0).name() + (masks
					.size() == 1 ? "" : ", ...")));
		data.text(Tag.SERIES_DATE, date(now)).text(Tag.SERIES_TIME, time(now)).text(Tag.MANUFACTURER, Software.NAME).text(
			Tag.MANUFACTURER_MODEL_NAME, Software.NAME).text(0x00181000, Vr.LO, "none").text(0x00181020, Vr.LO, limited(Software
				.version()));
	}

	private DataSet[] segments() {
		final DataSet[] items = new DataSet[masks.size()];
		for (int i = 0; i < items.length; i++)
			items[i] = new DataSet().number(Tag.SEGMENT_NUMBER, i + 1).text(Tag.SEGMENT_LABEL, label(i)).text(0x00620008, Vr.CS,
				"MANUAL").sequence(0x00620003, code("85756007", "SCT", "Tissue")).sequence(0x0062000F, code("85756007", "SCT",
					"Tissue"));
		return items;
	}

	private String label(final int segment) {
		final String label = limited(masks.get(segment).name());
		return label.isEmpty() ? "Segment " + (segment + 1) : label;
	}

	/** Text of at most 64 characters, without those that DICOM gives a meaning. */
	private static String limited(final String text) {
		final String plain = text.replaceAll("[\\p{Cntrl}\\\\]", " ").strip();
		return plain.codePointCount(0, plain.length()) <= 64 ? plain : plain.substring(0, plain.offsetByCodePoints(0, 64))
			.strip();
	}

	/** The item of a code sequence (PS3.3, 8.8). */
	static DataSet code(final String value, final String scheme, final String meaning) {
		return new DataSet().text(0x00080100, Vr.SH, value).text(0x00080102, Vr.SH, scheme).text(0x00080104, Vr.LO, meaning);
	}

	private DataSet referencedSeries() {
		final DataSet[] instances = slices.stream().map(s -> s.frame().file()).distinct().map(file -> new DataSet().text(
			0x00081150, Vr.UI, file.sopClass()).text(0x00081155, Vr.UI, file.attributes().text(Tag.SOP_INSTANCE_UID).orElseThrow(
				() -> missing(Tag.SOP_INSTANCE_UID, file.path())))).toArray(DataSet[]::new);
		return new DataSet().text(Tag.SERIES_INSTANCE_UID, required(Tag.SERIES_INSTANCE_UID)).sequence(0x0008114A, instances);
	}

	private String lossy() {
		return text(Tag.LOSSY_IMAGE_COMPRESSION).filter(t -> t.equals("01")).orElse("00");
	}

	private Optional<String> text(final Tag tag) {
		return patient.attributes().text(tag);
	}

	private String required(final Tag tag) {
		return text(tag).orElseThrow(() -> missing(tag, patient.path()));
	}

	private static InputException missing(final Tag tag, final Path file) {
		return new InputException(tag + " is missing in '" + file +
			"': a DICOM segmentation must refer to it. Write NRRD or NIfTI instead.");
	}

	private static String date(final LocalDateTime now) {
		return now.format(DateTimeFormatter.BASIC_ISO_DATE);
	}

	private static String time(final LocalDateTime now) {
		return now.format(DateTimeFormatter.ofPattern("HHmmss"));
	}
}
